import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Distribution } from '../../src/domain/distribution.ts'
import type { Installation, Installed } from '../../src/domain/installation.ts'
import type { Platform } from '../../src/domain/platform.ts'
import { asItComes, pythonId } from '../../src/domain/python.ts'
import { type Inputs, readInputs } from '../../src/inputs/read.ts'
import { installationOf } from '../../src/install/tool-cache.ts'
import { chooseListed, type Plan } from '../../src/job/plan.ts'
import { byPreference, noticesOf, planRows, resultsByRequest } from '../../src/job/results.ts'
import { distribution, recordOfPython } from '../support/distributions.ts'
import { inputVariables, readMetadata } from '../support/runner-environment.ts'
import { temporaryFolder } from '../support/shared.ts'

const metadata = await readMetadata()
const workspace = await temporaryFolder()
afterAll(workspace.remove)

/** What the action reads where these versions are given, and no version file is there. */
const asking = (...versions: readonly string[]): Promise<Inputs> => {
  const variables = inputVariables(metadata, { 'python-version': versions.join('\n') }, '')
  return readInputs({ ...variables, GITHUB_WORKSPACE: workspace.path })
}
/** The same of a version file with these entries. */
const askingByFile = async (...versions: readonly string[]): Promise<Inputs> => {
  const file = path.join(workspace.path, 'versions.txt')
  await writeFile(file, versions.join('\n'))
  const variables = inputVariables(metadata, { 'python-version-file': file }, '')
  return await readInputs({ ...variables, GITHUB_WORKSPACE: workspace.path })
}
const of = (minor: number): Partial<Distribution> => ({
  version: { major: 3, minor, patch: 1, prerelease: null },
})
const installed = (parts: Partial<Distribution>): Installation => {
  return installationOf(recordOfPython(`/tools/3.${parts.version?.minor}`, parts))
}
const { platform: host } = distribution()
const listed = [of(12), of(13), of(14)].map(distribution)
const planned = (inputs: Inputs, installations: readonly Installation[] = []): Plan => {
  return chooseListed(inputs.requests, listed, {
    host,
    strategy: 'highest',
    installations,
    make: asItComes,
    ownList: false,
  })
}
const done = (parts: Partial<Distribution>): Installed => ({
  installation: installed(parts),
  source: 'download',
  compilation: { kind: 'unwanted' },
  transferredBytes: null,
  spans: [],
})

describe('the rows of the plan', () => {
  it('are one for each request, in their order, and the last one is the default', async () => {
    const inputs = await asking('3.13', '3.12', '3.14')
    expect(planRows(inputs, planned(inputs, [installed(of(12))]))).toMatchObject([
      { request: '3.13', python: of(13), installed: false, isDefault: false },
      { request: '3.12', python: of(12), installed: true, isDefault: false },
      { request: '3.14', python: of(14), installed: false, isDefault: true },
    ])
  })

  it('are two for two requests that come to one Python', async () => {
    const inputs = await asking('3.13', '3.13.1')
    expect(planRows(inputs, planned(inputs))).toMatchObject([
      { request: '3.13', python: of(13), isDefault: false },
      { request: '3.13.1', python: of(13), isDefault: true },
    ])
  })

  it('leave out what is not planned yet', async () => {
    const inputs = await asking('3.13', '3.12')
    const [, later] = inputs.requests
    const plan = new Map([...planned(inputs)].filter(([request]) => request === later))
    expect(planRows(inputs, plan)).toMatchObject([{ request: '3.12', isDefault: true }])
  })
})

describe('the notices', () => {
  const arm: Platform = {
    os: 'windows',
    architecture: { family: 'aarch64', level: null },
    libc: 'none',
  }
  const onWindows = { platform: { ...arm, architecture: host.architecture } }

  it('are none where a build of this processor was asked for by its version', async () => {
    const inputs = await asking('3.13')
    expect(noticesOf(inputs, planned(inputs), host)).toEqual([])
  })

  it('say what was chosen where no version is given', async () => {
    const inputs = await asking()
    expect(noticesOf(inputs, planned(inputs), host)).toEqual([
      'No python-version is given and the workspace has no .python-version: CPython 3.14.1 is used.',
    ])
  })

  it('say once what a range means that setup-python reads otherwise', async () => {
    const inputs = await asking('~=3.12', '~=3.12')
    expect(noticesOf(inputs, planned(inputs), host)).toEqual([
      "'~=3.12' matches every 3.x from 3.12 on (PEP 440), so CPython 3.14.1 is used. For 3.12 alone, write '3.12'.",
    ])
    expect(noticesOf({ ...inputs, strategy: 'lowest' }, planned(inputs), host)).toEqual([])
  })

  it('say nothing of a build for the architecture that the workflow names', async () => {
    const inputs = await readInputs({
      'INPUT_PYTHON-VERSION': '3.12',
      INPUT_ARCHITECTURE: 'x64',
    })
    const builds = [distribution({ ...of(12), ...onWindows })]
    const context = {
      host: arm,
      strategy: 'highest',
      installations: [],
      make: asItComes,
      ownList: false,
    } as const
    expect(noticesOf(inputs, chooseListed(inputs.requests, builds, context), arm)).toEqual([])
  })

  it('say once of each Python that its build runs emulated', async () => {
    const inputs = await asking('3.12', '3.13', '3.13.1')
    const builds = [of(12), of(13)].map(parts => distribution({ ...parts, ...onWindows }))
    const context = {
      host: arm,
      strategy: 'highest',
      installations: [],
      make: asItComes,
      ownList: false,
    } as const
    const plan = chooseListed(inputs.requests, builds, context)
    expect(noticesOf(inputs, plan, arm)).toEqual([
      'CPython 3.12.1 has no build for this processor: its x86_64 build runs emulated.',
      'CPython 3.13.1 has no build for this processor: its x86_64 build runs emulated.',
    ])
  })
})

const byTask = (results: readonly Installed[]) => {
  return new Map(results.map(result => [pythonId(result.installation), result]))
}

describe('the results', () => {
  it('are in the order of the requests, whatever came first', async () => {
    const inputs = await asking('3.12', '3.14', '3.13')
    const results = [of(14), of(13), of(12)].map(done)
    expect(resultsByRequest(inputs, planned(inputs), byTask(results))).toEqual([
      { request: '3.12', isDefault: false, ...done(of(12)) },
      { request: '3.14', isDefault: false, ...done(of(14)) },
      { request: '3.13', isDefault: true, ...done(of(13)) },
    ])
  })

  it('are two where two requests came to one Python', async () => {
    const inputs = await asking('>=3.13,<3.14', '3.13')
    expect(resultsByRequest(inputs, planned(inputs), byTask([done(of(13))]))).toEqual([
      { request: '>=3.13,<3.14', isDefault: false, ...done(of(13)) },
      { request: '3.13', isDefault: true, ...done(of(13)) },
    ])
  })

  it('are those of builds: another one of the same version is none', async () => {
    const inputs = await asking('3.13')
    const other = done({ ...of(13), build: '20250101' })
    expect(resultsByRequest(inputs, planned(inputs), byTask([other]))).toEqual([])
  })

  it.each([
    ['lines of an input, the later one first', asking, ['3.14', '3.13', '3.12']],
    ['entries of a file, the earlier one first', askingByFile, ['3.12', '3.13', '3.14']],
  ])('are wanted as %s', async (_, ask, wanted) => {
    const inputs = await ask('3.12', '3.13', '3.14')
    const answers = resultsByRequest(
      inputs,
      planned(inputs),
      byTask([of(12), of(13), of(14)].map(done)),
    )
    const preferred = byPreference(inputs, answers)
    expect(preferred.map(({ request }) => request)).toEqual(wanted)
    expect(preferred[0]?.isDefault).toBe(true)
  })

  it('are wanted by their last line also where the first one asks for the same', async () => {
    const inputs = await asking('3.13', '3.12', '3.14', '3.13')
    const answers = resultsByRequest(
      inputs,
      planned(inputs),
      byTask([of(12), of(13), of(14)].map(done)),
    )
    const preferred = byPreference(inputs, answers)
    expect(preferred.map(({ request }) => request)).toEqual(['3.13', '3.14', '3.12', '3.13'])
  })
})
