import { quote } from '../domain/quote.ts'
import { InvalidArchive } from './invalid-archive.ts'

/** What Windows takes for a device, whatever follows the first dot. */
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them in names
const forbiddenOnWindows = /[\u0000-\u001f<>:"|?*\\]/

/**
 * The folders that an entry's name passes through, and its own name; pure. Throws `InvalidArchive`
 * for a name that does not lie below the archive's top, or that the system cannot hold as it is.
 */
export function stepsOf(name: string, platform: NodeJS.Platform): readonly string[] {
  if (name.includes('\0'))
    throw new InvalidArchive(`its entry ${quote(name)} has a NUL in its name`)
  if (isAbsolute(name, platform)) {
    throw new InvalidArchive(`its entry ${quote(name)} is outside of the archive`)
  }
  const steps = plainSteps(name)
  for (const step of steps) {
    if (step === '..') {
      throw new InvalidArchive(`its entry ${quote(name)} is outside of the archive`)
    }
    requireHoldable(step, name, platform)
  }
  return steps
}

/**
 * Where a link leads, as steps from the root; pure. `folder` is where it lies. A link may go up
 * first and down then: in this order its text is all there is to look at, as the links that it
 * passes on its way down are checked in the same way. Throws `InvalidArchive` where it leads out.
 */
export function linkedSteps(
  { name, target }: { readonly name: string; readonly target: string },
  folder: readonly string[],
  platform: NodeJS.Platform,
): readonly string[] {
  const stray = `its entry ${quote(name)} links to ${quote(target)}, outside of the archive`
  if (target === '' || target.includes('\0') || isAbsolute(target, platform)) {
    throw new InvalidArchive(stray)
  }
  const steps = plainSteps(target)
  const ups = steps.filter(step => step === '..').length
  if (steps.lastIndexOf('..') + 1 !== ups || ups > folder.length) throw new InvalidArchive(stray)
  const down = steps.slice(ups)
  for (const step of down) requireHoldable(step, name, platform)
  return [...folder.slice(0, folder.length - ups), ...down]
}

/** Under which name the system keeps a path: names that are one file to it have the same; pure. */
export function foldName(path: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return path.toUpperCase()
  return platform === 'darwin' ? path.normalize('NFD').toUpperCase() : path
}

function plainSteps(name: string): readonly string[] {
  return name.split('/').filter(step => step !== '' && step !== '.')
}

function isAbsolute(name: string, platform: NodeJS.Platform): boolean {
  return name.startsWith('/') || (platform === 'win32' && /^(\\|[a-z]:)/i.test(name))
}

function requireHoldable(step: string, name: string, platform: NodeJS.Platform): void {
  if (Buffer.byteLength(step) > 255) {
    throw new InvalidArchive(`its entry ${quote(name)} has too long a name`)
  }
  if (platform !== 'win32') return
  const [stem = ''] = step.split('.')
  if (forbiddenOnWindows.test(step) || /[. ]$/.test(step) || reservedName.test(stem.trimEnd())) {
    throw new InvalidArchive(`its entry ${quote(name)} has a name that Windows cannot hold`)
  }
}
