import { describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Installation } from '../../src/domain/installation.ts'
import { asItComes, type Make, pythonId } from '../../src/domain/python.ts'
import { parseRequest } from '../../src/domain/request/parse-request.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import {
  chooseInstalled,
  chooseListed,
  type Plan,
  pythonOf,
  type ResolutionContext,
  tasksById,
} from '../../src/job/plan.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'

const options = { freethreaded: false, allowPrereleases: false, architecture: null, libc: null }
const request = (text: string) => parseRequest(text, { kind: 'default' }, options)
const version = (text: string) => {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number)
  return { major, minor, patch, prerelease: null }
}
const listed = (text: string, parts: Partial<Distribution> = {}) => {
  return distribution({ version: version(text), key: `cpython-${text}`, ...parts })
}
const installed = (text: string, parts: Partial<Distribution> = {}): Installation => {
  return installationOf(recordOfPython(`/tools/${text}`, { version: version(text), ...parts }))
}
const context = (
  installations: readonly Installation[],
  parts: Partial<ResolutionContext> = {},
): ResolutionContext => ({
  host: distribution().platform,
  strategy: 'highest',
  installations,
  make: asItComes,
  ownList: false,
  ...parts,
})
/** Each task as `keep 3.13.5` or `install 3.13.5`, in the order of the plan. */
const shown = (plan: Plan) => {
  return [...plan].map(([{ text }, task]) => {
    const { major, minor, patch } = pythonOf(task).version
    return `${text}: ${task.kind} ${major}.${minor}.${patch} (${pythonOf(task).build})`
  })
}

describe('the tool cache', () => {
  it('has no answer of an archive that nobody vouched for, but with a list of one’s own', () => {
    const unverified = [installed('3.12.4', { sha256: null })]
    const answers = (ownList: boolean) =>
      shown(chooseInstalled([request('3.12')], context(unverified, { ownList })))
    expect(answers(false)).toEqual([])
    expect(answers(true)).toEqual(['3.12: reuse 3.12.4 (20250612)'])
  })

  it.each([
    [asItComes, 'as it comes'],
    [{ pip: '25.1', hashMode: null }, 'with pip 25.1'],
    [{ pip: null, hashMode: 'checked-hash' }, 'checked'],
    [{ pip: null, hashMode: 'unchecked-hash' }, 'unchecked'],
    [{ pip: '25.1', hashMode: 'unchecked-hash' }, 'both'],
  ] as const)('answers with what was made into the same (%j)', (make, path) => {
    const made = (path: string, make: Make) => ({ ...installed('3.12.4', make), path })
    const all = [
      made('as it comes', asItComes),
      made('with pip 25.1', { pip: '25.1', hashMode: null }),
      made('checked', { pip: null, hashMode: 'checked-hash' }),
      made('unchecked', { pip: null, hashMode: 'unchecked-hash' }),
      made('both', { pip: '25.1', hashMode: 'unchecked-hash' }),
    ]
    const plans = [
      chooseInstalled([request('3.12')], context(all, { make })),
      chooseListed([request('3.12')], [listed('3.12.4')], context(all, { make })),
    ]
    for (const plan of plans) {
      expect([...plan.values()]).toMatchObject([{ kind: 'reuse', installation: { path } }])
    }
    const none = context(
      all.filter(installation => installation.path !== path),
      { make },
    )
    const plan = chooseListed([request('3.12')], [listed('3.12.4')], none)
    expect([...plan.values()]).toMatchObject([{ kind: 'install', distribution: make }])
  })

  const installations = [
    installed('3.12.1'),
    installed('3.12.4', { build: '20250101' }),
    installed('3.12.4'),
    installed('3.13.5', { variant: 'freethreaded' }),
    installed('3.11.9', { implementation: 'pypy' }),
  ]

  it('answers what it can, with the newest that it has, and leaves the rest', () => {
    const requests = ['3.12', '3.13', '3.13t', '3.12.1', 'pypy3.11', '3.14'].map(request)
    expect(shown(chooseInstalled(requests, context(installations)))).toEqual([
      '3.12: reuse 3.12.4 (20250612)',
      '3.13t: reuse 3.13.5 (20250612)',
      '3.12.1: reuse 3.12.1 (20250612)',
      'pypy3.11: reuse 3.11.9 (20250612)',
    ])
  })

  it('leaves to the list which one is the oldest, unless only one can be', () => {
    const lowest = context(installations, { strategy: 'lowest' })
    const requests = ['>=3.12', '3.12', '3.12.4'].map(request)
    expect(shown(chooseInstalled(requests, lowest))).toEqual(['3.12.4: reuse 3.12.4 (20250612)'])
    expect(shown(chooseInstalled(requests, lowest, { secondBest: true }))).toEqual([
      '>=3.12: reuse 3.12.1 (20250612)',
      '3.12: reuse 3.12.1 (20250612)',
      '3.12.4: reuse 3.12.4 (20250612)',
    ])
  })

  it('answers nothing for another machine', () => {
    const host = { ...distribution().platform, libc: 'musl' } as const
    expect(shown(chooseInstalled([request('3.12')], context(installations, { host })))).toEqual([])
  })

  it('leaves to the list what that may have something better for', () => {
    const prerelease = { ...version('3.15.0'), prerelease: { phase: 'rc', number: 1 } } as const
    const having = context([installed('3.15.0', { version: prerelease })])
    const asked = parseRequest('3.15', { kind: 'default' }, { ...options, allowPrereleases: true })
    expect(chooseInstalled([asked], having).size).toBe(0)
    expect(chooseInstalled([asked], having, { secondBest: true }).size).toBe(1)
    expect(chooseInstalled([request('3.15.0rc1')], having).size).toBe(1)

    const native = { family: 'aarch64', level: null } as const
    const windows = { ...distribution().platform, os: 'windows', libc: 'none' } as const
    const emulated = context([installed('3.12.1', { platform: windows })], {
      host: { ...windows, architecture: native },
    })
    expect(chooseInstalled([request('3.12')], emulated).size).toBe(0)
    expect(chooseInstalled([request('3.12')], emulated, { secondBest: true }).size).toBe(1)
  })

  it('may be empty', () => {
    expect(chooseInstalled([request('3.12')], context([])).size).toBe(0)
  })
})

describe('the list', () => {
  const distributions = [
    listed('3.12.4'),
    listed('3.13.5'),
    listed('3.13.5', { build: '20261120' }),
    listed('3.13.4'),
  ]

  it('answers with the newest version and build', () => {
    expect(shown(chooseListed(['3.13', '3.12'].map(request), distributions, context([])))).toEqual([
      '3.13: install 3.13.5 (20261120)',
      '3.12: install 3.12.4 (20250612)',
    ])
  })

  it('keeps what the tool cache has of that very build and archive', () => {
    const plan = (installation: Installation) => {
      return shown(chooseListed([request('3.12')], distributions, context([installation])))
    }
    expect(plan(installed('3.12.4'))).toEqual(['3.12: reuse 3.12.4 (20250612)'])
    const install = ['3.12: install 3.12.4 (20250612)']
    expect(plan(installed('3.12.3'))).toEqual(install)
    expect(plan(installed('3.12.4', { build: '20250101' }))).toEqual(install)
    expect(plan(installed('3.12.4', { sha256: 'b'.repeat(64) }))).toEqual(install)
    expect(plan(installed('3.12.4', { sha256: null }))).toEqual(install)
  })

  it('that has nothing for a request is an error about that request', () => {
    const requests = ['3.13', '3.99'].map(request)
    expect(() => chooseListed(requests, distributions, context([]))).toThrow(
      expect.objectContaining({
        code: 'REQUEST_UNMATCHED',
        message: expect.stringContaining('3.99'),
      }),
    )
  })
})

describe('the tasks', () => {
  it('are one for each Python, however many requests ask for it', () => {
    const requests = ['3.13', '>=3.13', '3.12', '3.13.5'].map(request)
    const plan = chooseListed(requests, [listed('3.13.5'), listed('3.12.4')], context([]))
    expect(plan.size).toBe(4)
    const tasks = tasksById(plan)
    expect([...tasks.keys()]).toEqual([listed('3.13.5'), listed('3.12.4')].map(pythonId))
    for (const [id, task] of tasks) expect(pythonId(pythonOf(task))).toBe(id)
  })

  it('are none for no requests', () => {
    expect(tasksById(new Map()).size).toBe(0)
  })
})
