import { fileURLToPath } from 'node:url'
import type { Distribution } from '../domain/distribution.ts'
import { ActionError } from '../domain/errors.ts'
import { messageOf } from '../io/error-message.ts'
import { errorCode } from '../io/files.ts'
import { HttpError } from '../io/http.ts'
import { explainMissingFile } from '../io/missing-file.ts'

/** Why a source has not delivered, or why all of them were given up. */
export interface Failure {
  readonly kind: 'missing' | 'refused' | 'other'
  readonly message: string
  readonly cause?: unknown
}

/** What a server's answer, or the lack of one, comes to. */
export function failureOf(url: URL, cause: unknown): Failure {
  const status = statusOf(cause)
  if (status === null) {
    const message = messageOf(cause)
    return { kind: 'other', message: `${url.href}: ${message}`, cause }
  }
  const isRefused = [401, 403, 407].includes(status)
  const isMissing = status === 404 || status === 410
  const kind = isRefused ? 'refused' : isMissing ? 'missing' : 'other'
  return { kind, message: `${url.href}: HTTP ${status}` }
}

/** The same of a file that cannot be read. */
export async function fileFailureOf(url: URL, cause: unknown): Promise<Failure> {
  const code = errorCode(cause)
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return failureOf(url, cause)
  return { kind: 'missing', message: await explainMissingFile(fileURLToPath(url)) }
}

/** The runner's downloader has its own error for an answer that is no success. */
function statusOf(cause: unknown): number | null {
  if (cause instanceof HttpError) return cause.status
  if (!(cause instanceof Error) || !('httpStatusCode' in cause)) return null
  return typeof cause.httpStatusCode === 'number' ? cause.httpStatusCode : null
}

/** The error of a download that no source has delivered. */
export function downloadError(
  distribution: Distribution,
  failures: readonly Failure[],
): ActionError {
  const messages = new Set(failures.map(({ message }) => message))
  return new ActionError({
    code: 'DOWNLOAD_FAILED',
    message: `The archive of ${distribution.key} could not be downloaded: ${[...messages].join('; ')}.`,
    hint: hintFor(distribution, failures),
    cause: failures.findLast(({ cause }) => cause !== undefined)?.cause,
  })
}

function hintFor({ build }: Distribution, failures: readonly Failure[]): string {
  if (failures.some(({ kind }) => kind === 'refused')) {
    return 'The server refuses access. For your own mirror, check mirror-token; otherwise, check the proxy of this runner.'
  }
  if (failures.every(({ kind }) => kind === 'missing')) {
    return `The list names build ${build}: copy its archive to your mirror, point python-downloads-json-url at a list of what the mirror has, or request another version.`
  }
  return 'Try again, or point mirror at a place that this runner can reach.'
}
