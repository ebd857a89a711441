import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { addProblemMatchers } from '../../src/report/problem-matcher.ts'
import { findInterpreters } from '../support/pack-python.ts'
import { findProblems, type ProblemMatcher } from '../support/problem-matchers.ts'
import { readLog } from '../support/runner-log.ts'
import { projectFolder, temporaryFolder } from '../support/shared.ts'

const file = path.join(projectFolder, 'src', 'report', 'problem-matcher.json')
const matchers: readonly ProblemMatcher[] = JSON.parse(readFileSync(file, 'utf8')).problemMatcher

/** What each program is about, its text, and the lines and messages to be found. */
const programs: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an error below a call',
    "def f():\n    raise ValueError('bad: %s' % 1)\nf()\n",
    ['2 ValueError: bad: 1'],
  ],
  ['an error without a message', 'assert 1 == 2\n', ['1 AssertionError']],
  [
    'an error of a module',
    "class Odd(Exception): pass\nOdd.__module__ = 'my.mod'\nraise Odd\n",
    ['3 my.mod.Odd'],
  ],
  [
    'an error over several lines',
    "def f():\n    raise ValueError(\n        'bad',\n        1,\n        2,\n    )\nf()\n",
    [`2 ValueError: ('bad', 1, 2)`],
  ],
  [
    'an error whose message has two lines',
    "raise ValueError('one\\ntwo')\n",
    ['1 ValueError: one'],
  ],
  ['an error in grammar', 'x = 1\ndef f(:\n    pass\n', ['2 SyntaxError: invalid syntax']],
  [
    'an error that followed another',
    "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise RuntimeError('second') from e\n",
    ['2 ZeroDivisionError: division by zero', '4 RuntimeError: second'],
  ],
  ['an error in text', "exec('1/0')\n", ['1 ZeroDivisionError: division by zero']],
  ['no error', "print('  File', repr('a.py'))\nprint('Fine: all of it')\n", []],
]

const group = `  + Exception Group Traceback (most recent call last):
  |   File "/p/a.py", line 6, in <module>
  |     raise ExceptionGroup('several', [e, ValueError('other')])
  | ExceptionGroup: several (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/p/a.py", line 4, in <module>
    |     g()
    |     ~^^
    |   File "/p/a.py", line 2, in g
    |     raise TypeError('inner')
    | TypeError: inner
    +---------------- 2 ----------------
    | ValueError: other
    +------------------------------------`

const pythons = await findInterpreters()

describe.each(pythons.map(python => [python.version, python] as const))(
  'Python %s',
  (_, python) => {
    it.each(programs)('%s', async (_, text, expected) => {
      await using folder = await temporaryFolder()
      const program = path.join(folder.path, 'program.py')
      await writeFile(program, text)
      const output = await new Promise<string>(resolve => {
        execFile(python.executable, [program], (_, stdout, stderr) => resolve(stdout + stderr))
      })
      const problems = findProblems(matchers, output)
      expect(
        problems.map(({ line, message }) => `${line} ${message}`),
        output,
      ).toEqual(expected)
      expect(problems.every(found => /^(.*program\.py|<string>)$/.test(found.file))).toBe(true)
    })
  },
)

describe('the matchers', () => {
  it('find each error of a group that was raised somewhere', () => {
    expect(findProblems(matchers, group)).toEqual([
      { file: '/p/a.py', line: 6, message: 'ExceptionGroup: several (2 sub-exceptions)' },
      { file: '/p/a.py', line: 2, message: 'TypeError: inner' },
    ])
  })

  it('report nothing twice, and nothing from a frame above', () => {
    const frame = (line: number) => `  File "/p/a.py", line ${line}, in f\n    f()\n    ~^^\n`
    const output = `${frame(1)}${frame(2)}ValueError: one\n    text\n    ^^^\ntext here\nDone\n`
    expect(findProblems(matchers, output)).toEqual([
      { file: '/p/a.py', line: 2, message: 'ValueError: one' },
    ])
  })

  it('have owners that differ, of which setup-python has the first', () => {
    const owners = matchers.map(({ owner }) => owner)
    expect(owners[0]).toBe('python')
    expect(new Set(owners).size).toBe(owners.length)
  })

  it('are handed to the runner by their path', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    addProblemMatchers()
    const output = write.mock.calls.map(([text]) => text).join('')
    write.mockRestore()
    expect(readLog(output).matchers).toEqual([file])
  })
})
