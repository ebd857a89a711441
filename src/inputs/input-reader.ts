import { ActionError } from '../domain/errors.ts'
import type { Variables } from '../io/process-environment.ts'

export interface InputReader {
  /** What a workflow gave for an input, trimmed; empty where it gave nothing. */
  (name: string): string
  /** The inputs that were asked for so far. */
  readonly names: ReadonlySet<string>
}

/** Reads inputs as the runner hands them over: `INPUT_` and the name in upper case. */
export function inputReader(env: Variables): InputReader {
  const names = new Set<string>()
  const read = (name: string) => {
    names.add(name)
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? ''
  }
  return Object.assign(read, { names })
}

const yamlBooleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map(word => [word, true] as const),
  ...['false', 'False', 'FALSE'].map(word => [word, false] as const),
])

/** A YAML 1.2 boolean; anything else is an `ActionError` that names the input. */
export function parseBoolean(name: string, text: string): boolean {
  const value = yamlBooleans.get(text)
  if (value === undefined) throw invalid(`The input ${name}`, text, 'true or false')
  return value
}

const boolish: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 't', 'yes', 'y', 'on'].map(word => [word, true] as const),
  ...['0', 'false', 'f', 'no', 'n', 'off'].map(word => [word, false] as const),
])

/** The booleans that uv accepts in its variables, `null` where the variable is unset or empty. */
export function boolishVariable(env: Variables, name: string): boolean | null {
  const text = env[name]?.trim() ?? ''
  if (text === '') return null
  const value = boolish.get(text.toLowerCase())
  if (value === undefined) throw invalid(`The variable ${name}`, text, 'true or false')
  return value
}

/** One of a few words; anything else is an `ActionError` that lists them. */
export function parseWord<T extends string>(what: string, text: string, words: readonly T[]): T {
  const word = words.find(candidate => candidate === text)
  if (word === undefined) throw invalid(what, text, `one of ${words.join(', ')}`)
  return word
}

/** The error for an input or variable that makes no sense. */
export function invalid(what: string, text: string, expected: string): ActionError {
  return new ActionError({
    code: 'INPUT_INVALID',
    message: `${what} is ${JSON.stringify(text.slice(0, 100))}.`,
    hint: `Set it to ${expected}.`,
  })
}
