import type { Absent, Contender, Sample, Series } from './contender.ts'
import { createProbe } from './measure.ts'

export interface RaceOptions {
  readonly rounds: number
  readonly cpus: number
  /** Sees each run as it ends. */
  readonly onRun: (text: string) => void
}

/**
 * Lets contenders do the same work in turn: A B C, A B C, … A first round, which is not timed, warms
 * the machine up, watches memory and tells who cannot take part.
 */
export async function race(
  contenders: readonly Contender[],
  { rounds, cpus, onRun }: RaceOptions,
): Promise<{ readonly series: readonly Series[]; readonly absent: readonly Absent[] }> {
  const starters: (Omit<Series, 'samples'> & {
    readonly contender: Contender
    readonly samples: Sample[]
  })[] = []
  const absent: Absent[] = []
  for (const contender of contenders) {
    const { id, label, bytecode } = contender
    try {
      const probe = createProbe({ cpus, memory: true })
      await contender.prepare()
      await contender.run(probe)
      const made = await contender.inspect()
      const peakBytes = probe.peakBytes()
      starters.push({ id, label, bytecode, made, peakBytes, contender, samples: [] })
      onRun(`warm-up: ${label}: ${made}`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      absent.push({ label, reason })
      onRun(`warm-up: ${label} takes no part: ${reason}`)
    }
  }
  const probe = createProbe({ cpus, memory: false })
  for (let round = 1; round <= rounds; round++) {
    for (const { contender, samples } of starters) {
      await contender.prepare()
      const sample = await contender.run(probe)
      samples.push(sample)
      onRun(`round ${round}: ${contender.label}: ${(sample.wallMs / 1000).toFixed(3)} s`)
    }
  }
  return { series: starters.map(({ contender: _, ...series }) => series), absent }
}
