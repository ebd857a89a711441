import path from 'node:path'

/** Where things are in a virtual environment of this system; pure. */
export interface EnvironmentLayout {
  /** The folder of its programs. */
  readonly programs: string
  readonly python: string
}

/** The layout of the environment in a folder. */
export function environmentLayout(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): EnvironmentLayout {
  const { join } = platform === 'win32' ? path.win32 : path.posix
  const programs = join(folder, platform === 'win32' ? 'Scripts' : 'bin')
  return { programs, python: join(programs, platform === 'win32' ? 'python.exe' : 'python') }
}
