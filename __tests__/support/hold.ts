import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Stops the programs made below, in jobs that have its folder for their TMPDIR. */
export interface Hold {
  /** Settles when a program has stopped. */
  readonly reached: () => Promise<void>
  /** Lets programs pass from now on; what has stopped stays. */
  readonly open: () => Promise<void>
}

const pollMs = 20

/** Closes the hold of a folder. */
export async function closeHold(folder: string): Promise<Hold> {
  const [closed, stopped] = [join(folder, 'closed'), join(folder, 'stopped')]
  await mkdir(folder, { recursive: true })
  await rm(stopped, { force: true })
  await writeFile(closed, '')
  return {
    reached: async () => {
      while (!existsSync(stopped)) await sleep(pollMs)
    },
    open: () => rm(closed, { force: true }),
  }
}

/** Shell: a stop, where the hold is closed. */
const stop = 'if [ -e "$TMPDIR/closed" ]; then : > "$TMPDIR/stopped"; exec sleep 600; fi'

/** Makes an interpreter stop where it is to compile. */
export async function holdCompilation(program: string): Promise<void> {
  const real = `${program}-real`
  await rename(program, real)
  const here = `"$(dirname "$(realpath "$0")")/${basename(real)}"`
  const script = `case "$*" in *compile_stdlib*) ${stop};; esac\nexec ${here} "$@"`
  await writeProgram(program, script)
}

/** Gives a library a pip that does nothing but stop where it is to install. */
export async function holdPip(library: string): Promise<void> {
  const script = `
import os, sys, time
__version__ = '1.0'
folder = os.environ['TMPDIR']
if 'install' in sys.argv and os.path.exists(folder + '/closed'):
    open(folder + '/stopped', 'w').close()
    time.sleep(600)
`
  await writeFile(join(library, 'pip.py'), script)
}

async function writeProgram(file: string, script: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}
