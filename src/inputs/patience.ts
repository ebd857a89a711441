import type { Variables } from '../io/process-environment.ts'
import { invalid } from './input-reader.ts'

/** How long the network may keep a job waiting; what no variable says is as long as is usual. */
export interface Patience {
  readonly list: { readonly timeoutMs?: number }
  /** For the host of uv's list, before another one is asked as well. */
  readonly headStartMs?: number
  readonly download: {
    readonly stallMs?: number
    readonly silenceMs?: number
    readonly retryDelayMs?: number
  }
  readonly cache: { readonly lookupMs?: number; readonly transferMs?: number }
}

/** The list's host has 2 of 15 s to itself. */
const headStartShare = 2 / 15
/** Silences of this part of the time have the next source asked as well: of 60 s, 5 s. */
const stallShare = 1 / 12

/** Reads the variables for slow networks, and for tests, which cannot wait for so long. */
export function readPatience(env: Variables): Patience {
  const httpMs = readMs('UV_HTTP_TIMEOUT', env, 1)
  const cacheMs = readMs('SETUP_MANAGED_PYTHON_CACHE_TIMEOUT', env, 1)
  const retryDelayMs = readMs('SETUP_MANAGED_PYTHON_RETRY_DELAY', env, 0)
  return {
    list: httpMs === null ? {} : { timeoutMs: httpMs },
    ...(httpMs === null ? {} : { headStartMs: httpMs * headStartShare }),
    download: {
      ...(httpMs === null ? {} : { stallMs: httpMs * stallShare, silenceMs: httpMs }),
      ...(retryDelayMs === null ? {} : { retryDelayMs }),
    },
    cache: cacheMs === null ? {} : { lookupMs: cacheMs, transferMs: cacheMs },
  }
}

/** A variable's whole seconds in milliseconds; `null` where it is unset or empty. */
function readMs(name: string, env: Variables, least: number): number | null {
  const text = env[name]?.trim() ?? ''
  if (text === '') return null
  if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
    throw invalid(`The variable ${name}`, text, 'a whole number of seconds')
  }
  return Number(text) * 1000
}
