import type { InvalidationMode } from '../domain/bytecode.ts'
import { digest } from '../io/digest.ts'

/** Grows when environments of an older make must not be used any more. */
export const environmentNumber = 2

/** Everything that makes one environment different from another. */
export interface EnvironmentKeyParts {
  /** The interpreter: its id, the SHA-256 of its archive, and its path. */
  readonly python: {
    readonly id: string
    readonly archiveSha256: string | null
    readonly path: string
  }
  /** The environment's own folder, which its programs name. */
  readonly folder: string
  /** The operating system, its C library and the processor, as in the keys of package caches. */
  readonly system: string
  /** The text of the install command. */
  readonly install: string
  /** Digest of the dependency files, their names included. */
  readonly dependencies: string
  readonly bytecode: InvalidationMode | null
  /** Settings of package managers, a line each. */
  readonly settings: readonly string[]
  /** The input `cache-suffix`. */
  readonly suffix: string
  /** `2026-W48`, or empty where the same is installed every time. */
  readonly period: string
}

/** A key, and the parts that it is made of as lines for the log: two logs show why one missed. */
export interface EnvironmentKey {
  readonly name: string
  readonly lines: readonly string[]
}

/** The key of an environment: exact, as a part of an environment is worth nothing. Pure. */
export function environmentKey(parts: EnvironmentKeyParts): EnvironmentKey {
  const { python, folder, system, install, dependencies, bytecode, settings, suffix, period } =
    parts
  const named: readonly (readonly [string, string])[] = [
    ['layout', String(environmentNumber)],
    ['python', `${python.id} at ${python.path}`],
    ['archive', python.archiveSha256 ?? 'unknown'],
    ['environment', folder],
    ['system', system],
    ['install', digest(install)],
    ['dependency files', dependencies],
    ['bytecode', bytecode ?? 'as installed'],
    ['settings', settings.length === 0 ? 'none' : digest(settings.join('\n'))],
    ['suffix', suffix],
    ['period', period],
  ]
  const readable = [system, python.id, suffix, period].filter(Boolean).join('-')
  const name = readable.replaceAll(/[^\w.+-]/g, '_').slice(0, 300)
  return {
    name: `managed-python-environment-v1-${name}-${digest(JSON.stringify(named))}`,
    lines: named.filter(([, text]) => text !== '').map(([part, text]) => `${part}: ${text}`),
  }
}

/** How often an environment that is not pinned is rebuilt. */
export const refreshPeriods = ['weekly', 'daily', 'never'] as const
export type RefreshPeriod = (typeof refreshPeriods)[number]

/** The part of a key that changes with time, in UTC: `2026-W48`, `2026-11-27`, or empty. */
export function periodOf(refresh: RefreshPeriod, now: Date): string {
  switch (refresh) {
    case 'never':
      return ''
    case 'daily':
      return now.toISOString().slice(0, 10)
    case 'weekly':
      return isoWeek(now)
  }
}

const dayMs = 86_400_000

/** ISO 8601: weeks begin on Monday, and belong to the year that has their Thursday. */
function isoWeek(now: Date): string {
  const day = (now.getUTCDay() + 6) % 7
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  const thursday = new Date(midnight + (3 - day) * dayMs)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / dayMs / 7)
  return `${year}-W${String(week).padStart(2, '0')}`
}
