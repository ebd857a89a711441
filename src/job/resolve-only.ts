import type { Platform } from '../domain/platform.ts'
import type { Python } from '../domain/python.ts'
import { matrixOf } from '../domain/request/matrix.ts'
import { selectPython } from '../domain/request/selection.ts'
import { explainUnmatched } from '../domain/request/unmatched.ts'
import type { Inputs } from '../inputs/read.ts'
import type { Resolution } from '../report/outputs.ts'

/** What the requests come to on this platform, without installing anything. Throws an `ActionError` for the first request that nothing matches. */
export function resolveRequests(
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
