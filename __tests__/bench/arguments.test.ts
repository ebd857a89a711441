import { describe, expect, it } from 'vitest'
import { type BenchCommand, help, parseArguments, type Settings } from './arguments.ts'

function settings(...args: readonly string[]): Settings {
  const command: BenchCommand = parseArguments(args)
  if (command.kind !== 'run') throw new Error(JSON.stringify(command))
  return command.settings
}

describe('the command line', () => {
  it('means a whole run without arguments', () => {
    expect(settings()).toMatchObject({
      rounds: 7,
      bytesPerSecond: null,
      versions: [1, 2, 4],
      parts: ['install', 'warm', 'cache'],
      contenders: ['action', 'uv', 'by-hand', 'action-plain', 'uv-plain', 'by-hand-plain'],
      folder: null,
      installUv: false,
      svg: null,
    })
  })

  it('takes lists', () => {
    expect(settings('--versions', '1, 8', '--cpus=1,2', '--imports')).toMatchObject({
      versions: [1, 8],
      cpus: [1, 2],
      parts: ['imports'],
    })
    expect(settings('--contender', 'action,uv', '--contender', 'by-hand').contenders).toEqual([
      'action',
      'uv',
      'by-hand',
    ])
  })

  it.each([
    ['50MB/s', 50e6],
    ['1.5GB/s', 1.5e9],
    ['800kB/s', 800e3],
  ])('reads the rate %s', (text, bytesPerSecond) => {
    expect(settings('--rate', text).bytesPerSecond).toBe(bytesPerSecond)
  })

  it.each([
    [['--rate', '50'], "--rate takes a speed like 50MB/s, not '50'."],
    [['--rate', '0MB/s'], "--rate takes a speed like 50MB/s, not '0MB/s'."],
    [['--rounds', '0'], "--rounds takes numbers, not '0'."],
    [['--versions', '1,,2'], "--versions takes numbers, not ''."],
    [['--parts', 'all'], "--parts takes install, warm, cache, imports, not 'all'."],
    [['--round', '1'], "Unknown option '--round'."],
    [['fast'], "Unexpected argument 'fast'."],
  ])('says of %j what is wrong with it', (args, problem) => {
    expect(parseArguments(args)).toEqual({
      kind: 'mistake',
      message: `${problem} npm run bench -- --help lists the options.`,
    })
  })

  it('has help', () => {
    expect(parseArguments(['-h'])).toEqual({ kind: 'help' })
    for (const option of [
      'rounds',
      'rate',
      'cpus',
      'contender',
      'folder',
      'install-uv',
      'svg',
      'json',
    ]) {
      expect(help).toContain(`  --${option} `)
    }
  })
})
