import { stripVTControlCharacters } from 'node:util'
import * as core from '@actions/core'
import { redact } from '../domain/redact.ts'

/**
 * The log. What it shows may come from a list, an archive or a server, so nothing that is
 * written can begin a line of its own or be read as a command by the runner, and no address shows a
 * secret.
 */
export const log = {
  info: (text: string) => core.info(sanitize(text)),
  debug: (text: string) => core.debug(sanitize(text)),
  notice: (text: string) => core.notice(sanitize(text)),
  warning: (text: string) => core.warning(sanitize(text)),
  error: (text: string, title: string) => core.error(sanitize(text), { title }),
  /** Secondary matter, dimmed where colours are shown. */
  aside: (text: string) => core.info(`\u001b[2m${sanitize(text)}\u001b[22m`),
  /** Folds what is logged in the meantime under a title. */
  group: <T>(title: string, work: () => Promise<T>) => core.group(sanitize(title), work),
} as const

export type Log = typeof log

/** More than any line of ours has; taking out escape sequences can take as long as the square of this. */
const longestLine = 8_000

/** A text as one line of a sensible length that the runner reads as text. */
export function sanitize(text: string): string {
  const bounded = text.length > longestLine ? `${text.slice(0, longestLine)}…` : text
  return redact(stripVTControlCharacters(bounded))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/^\s*::/, ' : :')
    .replaceAll('##[', '## [')
}
