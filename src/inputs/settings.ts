import type { Setting } from '../domain/setting.ts'
import type { Variables } from '../io/process-environment.ts'
import { inputReader } from './input-reader.ts'

/** The variables that count where an input is empty. */
const variables: Readonly<Record<string, string>> = {
  'compile-bytecode': 'UV_COMPILE_BYTECODE',
  libc: 'UV_LIBC',
  mirror: 'UV_PYTHON_INSTALL_MIRROR',
  'pyc-invalidation-mode': 'PYC_INVALIDATION_MODE',
  'pypy-mirror': 'UV_PYPY_INSTALL_MIRROR',
  'python-downloads-json-url': 'UV_PYTHON_DOWNLOADS_JSON_URL',
}

const secrets = ['token', 'mirror-token']

/** What the inputs of these names are set to, and where that comes from. */
export function settingsOf(env: Variables, names: readonly string[]): readonly Setting[] {
  const read = inputReader(env)
  return names.toSorted().flatMap(input => {
    const given = read(input)
    const variable = given === '' ? variables[input] : undefined
    const value = variable === undefined ? given : (env[variable]?.trim() ?? '')
    const from = variable === undefined ? `the input ${input}` : `the variable ${variable}`
    return value === '' ? [] : [{ input, value: show(input, value), from }]
  })
}

/** Without what opens an address to anyone. */
function show(input: string, value: string): string {
  if (secrets.includes(input)) return '***'
  return value.replace(/\/\/[^/?#]*@/, '//***@').replace(/^(\w+:\/\/[^?]*)\?.*/, '$1?***')
}
