import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runLint } from '../../.github/scripts/actionlint.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { parseArguments as parseBench } from '../bench/arguments.ts'
import { inputVariables, readMetadata } from '../support/runner-environment.ts'
import { projectFolder } from '../support/shared.ts'
import { parseArguments as parseTry } from '../try/arguments.ts'
import {
  anchorsOf,
  blocksOf,
  commandsOf,
  copiedBy,
  fencesOf,
  instructionsOf,
  linksOf,
  madeBy,
  ourSteps,
  outputsUsed,
  type Page,
  workflowOf,
} from './docs.ts'

const metadata = await readMetadata()
const pages = globSync(['README.md', 'docs/*.md', '.github/*.md'], { cwd: projectFolder })
  .map(file => readPage(file.replaceAll(path.sep, '/')))
  .sort((a, b) => (a.path < b.path ? -1 : 1))
const blocks = pages.flatMap(blocksOf)
const workflows = blocks
  .filter(({ language }) => language === 'yaml')
  .flatMap(block => {
    const workflow = workflowOf(block)
    return workflow === null ? [] : [{ ...block, workflow }]
  })
const steps = workflows.flatMap(({ place, workflow }) =>
  ourSteps(workflow).map(step => ({ place, workflow, step })),
)
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(block => commandsOf(block).map(command => ({ place: block.place, command })))

function readPage(file: string): Page {
  return { path: file, text: readFileSync(path.join(projectFolder, file), 'utf8') }
}

describe('the examples', () => {
  test('are there', () => {
    expect(workflows.length).toBeGreaterThan(15)
    expect(steps.length).toBeGreaterThan(15)
    expect(commands.length).toBeGreaterThan(3)
  })

  test.each(workflows)(
    '$place is a workflow that actionlint has nothing against',
    async ({ workflow }) => {
      // The linter looks for a file of the name that it is given.
      const found = await runLint(workflow, path.join('.github', 'workflows', 'ci.yml'))
      expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([])
    },
  )

  test.each(steps)('$place uses the action with inputs that it has', async ({ step }) => {
    const given = Object.entries(step.with ?? {}).map(
      ([name, value]) => [name, `${value}`] as const,
    )
    expect(given.map(([name]) => name).filter(name => !(name in metadata.inputs))).toEqual([])
    // What an expression comes to is not known, nor are files there.
    const plain = given.filter(([name, value]) => {
      return !value.includes('${{') && name !== 'python-version-file'
    })
    await readInputs(inputVariables(metadata, Object.fromEntries(plain), ''))
  })

  test.each(steps)('$place uses outputs that the action has', ({ workflow, step }) => {
    const used = step.id === undefined ? [] : outputsUsed(workflow, step.id)
    expect(used.filter(name => !(name in metadata.outputs))).toEqual([])
  })
})

describe('the blocks', () => {
  // A diagram is GitHub's to draw; the other languages are checked here.
  const known = ['yaml', 'sh', 'dockerfile', 'mermaid', 'text']

  test.each(pages)('of $path are of languages that are checked', page => {
    const languages = blocksOf(page).map(({ language }) => language)
    expect(languages.filter(language => !known.includes(language))).toEqual([])
    // One without a language would be none of them.
    expect(fencesOf(page)).toBe(2 * languages.length)
  })
})

describe('the Dockerfiles', () => {
  const instructions = (
    'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ' +
    'ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'
  ).split(' ')
  const files = blocks.filter(({ language }) => language === 'dockerfile')

  test.each(files)('$place has instructions that there are', file => {
    const names = instructionsOf(file).map(({ name }) => name)
    expect(names[0]).toBe('FROM')
    expect(names.filter(name => !instructions.includes(name))).toEqual([])
  })

  test.each(files)('$place copies what the workflow beside it makes', file => {
    const page = (place: string) => place.replace(/:\d+$/, '')
    const beside = workflows.filter(({ place }) => page(place) === page(file.place))
    const made = beside.flatMap(({ workflow }) => madeBy(workflow))
    const copied = copiedBy(file)
    expect(copied).not.toEqual([])
    expect(copied.filter(name => !made.includes(name))).toEqual([])
  })
})

/** Commands of others, which nothing here can try. */
const foreign = [
  'docker',
  'gh',
  'git',
  'python',
  'pip',
  'curl',
  'jq',
  'mkdir',
  'mv',
  'rsync',
  'uv',
  'cd',
  'find',
]

describe('the commands', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))

  test.each(commands)('$place: $command', ({ command }) => {
    const [program = '', ...args] = command.split(' ')
    if (command === 'npm ci') return
    if (program === 'npx' && args[0] === 'vitest') {
      const files = args.filter(arg => arg.includes('/'))
      expect(files.filter(file => !existsSync(path.join(projectFolder, file)))).toEqual([])
      return
    }
    if (program !== 'npm') return expect(foreign).toContain(program)
    const [verb, name = ''] = args[0] === 'test' ? ['run', 'test'] : args
    if (verb === 'install') return
    expect(verb).toBe('run')
    expect(Object.keys(scripts)).toContain(name)
    const flags = command.split(' -- ')[1]?.split(' ').map(unquote) ?? []
    if (name === 'try') expect(parseTry(flags, metadata).kind).not.toBe('mistake')
    if (name === 'bench') expect(parseBench(flags).kind).not.toBe('mistake')
  })

  const scriptBlocks = blocks.filter(({ language }) => language === 'sh')
  test.skipIf(!hasBash()).each(scriptBlocks)(
    '$place is a script that bash can read',
    ({ text }) => {
      execFileSync('bash', ['-n'], { input: text })
    },
  )
})

function unquote(text: string): string {
  return text.replace(/^(['"])(.*)\1$/, '$2')
}

function hasBash(): boolean {
  try {
    execFileSync('bash', ['-c', ':'])
    return true
  } catch {
    return false
  }
}

describe('the links', () => {
  const links = pages.flatMap(page => linksOf(page).map(target => ({ page, target })))

  test.each(links)('$page.path to $target', ({ page, target }) => {
    const [file = '', anchor] = target.split('#')
    const resolved = file === '' ? page.path : path.posix.join(path.posix.dirname(page.path), file)
    expect(existsSync(path.join(projectFolder, resolved))).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(readPage(resolved))).toContain(anchor)
  })
})
