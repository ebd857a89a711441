import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readInputs } from '../../src/inputs/read.ts'
import { inputVariables, readMetadata } from '../support/runner-environment.ts'
import { projectFolder } from '../support/shared.ts'

interface Types {
  readonly inputs: Readonly<Record<string, Type>>
  readonly outputs: Readonly<Record<string, Type>>
}

interface Type {
  readonly type: 'string' | 'boolean' | 'list' | 'enum'
  readonly 'allowed-values'?: readonly string[]
}

const { inputs, outputs }: Types = parse(
  readFileSync(path.join(projectFolder, 'action-types.yml'), 'utf8'),
)
const metadata = await readMetadata()

async function accepts(name: string, value: string): Promise<boolean> {
  const variables = inputVariables(
    metadata,
    {
      'python-version': '3.13',
      'lock-file': 'python.lock.json',
      [name]: value,
    },
    '',
  )
  try {
    await readInputs(variables)
    return true
  } catch {
    return false
  }
}

test('every input and output has a type, in the order of action.yml', () => {
  expect(Object.keys(inputs)).toEqual(Object.keys(metadata.inputs))
  expect(Object.keys(outputs)).toEqual(Object.keys(metadata.outputs))
})

function namesOf(...types: readonly Type['type'][]): readonly string[] {
  return Object.keys(inputs).filter(name => types.includes(inputs[name]?.type ?? 'string'))
}

test.each(namesOf('boolean'))('%s takes true and false and nothing else', async name => {
  const words = ['true', 'false', 'maybe']
  expect(await Promise.all(words.map(word => accepts(name, word)))).toEqual([true, true, false])
})

test.each(namesOf('enum'))('%s takes its words and nothing else', async name => {
  const words = inputs[name]?.['allowed-values'] ?? []
  expect(await Promise.all(words.map(word => accepts(name, word)))).toEqual(words.map(() => true))
  expect(await accepts(name, 'maybe')).toBe(false)
})

test.each(namesOf('string', 'list'))('%s is no boolean', async name => {
  const words = ['true', 'false', 'maybe']
  const accepted = await Promise.all(words.map(word => accepts(name, word)))
  expect(accepted).not.toEqual([true, true, false])
})
