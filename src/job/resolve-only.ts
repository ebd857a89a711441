import { platformOf } from '../domain/host-platform.ts'
import type { Platform } from '../domain/platform.ts'
import type { Python } from '../domain/python.ts'
import { matrixOf } from '../domain/request/matrix.ts'
import { selectPython } from '../domain/request/selection.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { Inputs } from '../inputs/read.ts'
import { readHostFacts } from '../io/host.ts'
import { log } from '../report/log.ts'
import { type Resolution, resolutionOutputs, setOutputs } from '../report/outputs.ts'
import { renderResolution } from '../report/tables.ts'
import { readList } from './read-list.ts'

/** What the requests come to on this platform, without installing anything. Throws an `ActionError` for the first request that nothing matches. */
function resolveRequests(
  { requests, defaultIndex, strategy }: Inputs,
  pythons: readonly Python[],
  host: Platform,
): Resolution {
  const chosen = requests.map((request, index) => {
    const python = selectPython(request, pythons, host, strategy)
    if (python === null) throw explainUnmatched(request, pythons, host)
    return { request: request.text, python, isDefault: index === defaultIndex }
  })
  return { chosen, matrix: matrixOf(requests, pythons, host) }
}

/** Answers what the requests come to; nothing is installed, and nothing is written but outputs. */
export async function resolveOnly(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const host = platformOf(await readHostFacts())
  const { distributions } = await readList({ inputs, log, signal, cacheFolder: null }, [host])
  const resolution = resolveRequests(inputs, distributions, host)
  for (const line of renderResolution(resolution)) log.info(line)
  setOutputs(resolutionOutputs(resolution))
}
