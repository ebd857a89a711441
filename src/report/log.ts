import { stripVTControlCharacters } from 'node:util'
import * as core from '@actions/core'

/**
 * The log. What stands in it may come from a list, an archive or a server, so nothing that is
 * written can begin a line of its own or be read as a command by the runner.
 */
export const log = {
  info: (text: string) => core.info(harmless(text)),
  debug: (text: string) => core.debug(harmless(text)),
  notice: (text: string) => core.notice(harmless(text)),
  warning: (text: string) => core.warning(harmless(text)),
  error: (text: string, title: string) => core.error(harmless(text), { title }),
  /** Secondary matter, dimmed where colours are shown. */
  aside: (text: string) => core.info(`\u001b[2m${harmless(text)}\u001b[22m`),
  /** Folds what is logged in the meantime under a title. */
  group: <T>(title: string, work: () => Promise<T>) => core.group(harmless(title), work),
} as const

export type Log = typeof log

/** A text as one line that the runner reads as text. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/^\s*::/, ' : :')
    .replaceAll('##[', '## [')
}
