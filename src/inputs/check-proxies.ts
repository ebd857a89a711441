import { redact } from '../domain/redact.ts'
import type { Variables } from '../io/process-environment.ts'
import { parseProxy, proxyVariables } from '../io/proxy.ts'
import { invalid } from './input-reader.ts'

/** Throws an `ActionError` that names the variable where one for a proxy holds no address of one. */
export function checkProxies(env: Variables): void {
  for (const name of proxyVariables) {
    const text = env[name]?.trim() ?? ''
    if (text === '' || parseProxy(text) !== null) continue
    const shown = redact(text.replace(/^.*@/, '***@'))
    throw invalid(
      `The variable ${name}`,
      shown,
      'the http(s) address of a proxy, or leave it unset',
    )
  }
}
