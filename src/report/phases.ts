import type { Installed, Source } from '../domain/installation.ts'
import type { Stage } from '../domain/stage.ts'

/** What people are told of: stages that belong together are one phase. */
export type PhaseName = 'look up' | 'restore' | 'download' | 'unpack' | 'compile' | 'store'

/** When a phase ran; milliseconds of `performance.now()`. */
export interface Phase {
  readonly name: PhaseName
  readonly startMs: number
  readonly endMs: number
}

/** The phases in the order in which they ran. */
export function phasesOf({
  source,
  compilation,
  spans,
}: Pick<Installed, 'source' | 'compilation' | 'spans'>): readonly Phase[] {
  const phases: Phase[] = []
  for (const { stage, startMs, endMs } of spans) {
    if (stage === 'compile') continue
    const name = phaseOf(stage, source)
    const last = phases.at(-1)
    // The step between two of them was too short for anything else to happen.
    if (last?.name === name) phases.splice(-1, 1, { ...last, endMs })
    else phases.push({ name, startMs, endMs })
  }
  if (compilation.kind === 'compiled') {
    // The stage's own span begins with the wait for a free processor.
    const { startedAtMs, finishedAtMs } = compilation.outcome
    phases.push({ name: 'compile', startMs: startedAtMs, endMs: finishedAtMs })
  }
  return phases.toSorted((a, b) => a.startMs - b.startMs)
}

/** How long the phases of these names took together, in milliseconds. */
export function lastedMs(phases: readonly Phase[], ...names: readonly PhaseName[]): number {
  return phases
    .filter(({ name }) => names.includes(name))
    .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

function phaseOf(stage: Exclude<Stage, 'compile'>, source: Source): PhaseName {
  switch (stage) {
    case 'restore':
      return source === 'cache' ? 'restore' : 'look up'
    case 'download':
      return 'download'
    case 'verify-archive':
    case 'extract':
    case 'relocate':
      return 'unpack'
    case 'verify-interpreter':
    case 'save':
    case 'publish':
      return 'store'
  }
}
