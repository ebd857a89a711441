/** Handed over by the step before the job, where it has packages to save. */
const state = process.env.STATE_packages
if (state) {
  const { savePackages } = await import('./job/save-packages.ts')
  await savePackages(state, process.env)
  // Whatever is still open then must not hold up the job.
  process.exit()
}
