import { existsSync, rmSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { projectFolder, temporaryFolder } from '../support/shared.ts'
import { describeOffers, findOffers } from './archives.ts'
import { help, parseArguments, type Settings } from './arguments.ts'
import type { Bench } from './bench.ts'
import { bundlePrograms } from './bundle.ts'
import { cachePart } from './cache-part.ts'
import { renderChart } from './chart.ts'
import type { Contest } from './contender.ts'
import { importsPart } from './imports-part.ts'
import { installPart } from './install-part.ts'
import { describeMachine } from './machine.ts'
import { renderContest, renderGrowth, renderImports, renderTargets } from './tables.ts'
import { judgeTargets } from './targets.ts'
import { findUv } from './uv.ts'
import { warmPart } from './warm-part.ts'

// npm changes to the project's folder; paths are meant from where it was called.
const home = process.env.INIT_CWD ?? process.cwd()

async function bench(settings: Settings): Promise<void> {
  const dist = join(projectFolder, 'dist')
  if (!existsSync(join(dist, 'index.js'))) {
    throw new Error('There is no dist/index.js to measure: npm run build makes it.')
  }
  if (settings.folder !== null) {
    const parent = resolve(home, settings.folder)
    await mkdir(parent, { recursive: true })
    Object.assign(process.env, { TMPDIR: parent, TEMP: parent, TMP: parent })
  }
  await using folder = await temporaryFolder('bench')
  // Exit handlers run on Ctrl-C and the like too: what runs is ended, and what it made goes.
  process.once('exit', () => rmSync(folder.path, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))
  await cp(dist, join(folder.path, 'dist'), { recursive: true })
  const bench: Bench = {
    settings,
    action: join(folder.path, 'dist', 'index.js'),
    folder: folder.path,
    offers: await findOffers(
      Math.max(...settings.versions),
      settings.archives === null ? null : resolve(home, settings.archives),
    ),
    uv: await findUv(settings.installUv),
    programs: await bundlePrograms(['by-hand', 'empty']),
    progress: text => console.error(text),
  }
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`
  const machine = await describeMachine(bench)
  const archives = describeOffers(bench.offers)
  console.log(`\`${command}\`\n\n${machine}; medians of ${settings.rounds} rounds\n\n${archives}`)

  const { parts } = settings
  const contests: Contest[] = []
  for (const [name, part] of [
    ['install', installPart],
    ['warm', warmPart],
    ['cache', cachePart],
  ] as const) {
    if (!parts.includes(name)) continue
    for await (const contest of part(bench)) {
      contests.push(contest)
      console.log(`\n${renderContest(contest)}`)
    }
  }
  const growth = renderGrowth(contests)
  if (growth !== null) console.log(`\n${growth}`)
  const imports = parts.includes('imports') ? await importsPart(bench) : null
  if (imports !== null) console.log(`\n${renderImports(imports)}`)
  const targets = judgeTargets(contests)
  if (contests.length > 0) console.log(`\n${renderTargets(targets)}`)

  if (settings.json !== null) {
    const report = { command, machine, settings, archives, contests, imports, targets }
    await writeFile(resolve(home, settings.json), `${JSON.stringify(report, null, 2)}\n`)
  }
  const cpus = Math.max(...settings.cpus)
  const installs = contests.filter(each => each.part === 'install' && each.cpus === cpus)
  if (settings.svg !== null && installs.length > 0) {
    const svg = renderChart(installs, {
      title: 'Install Pythons and compile their standard libraries',
      subtitle: 'Seconds on an empty machine, less is better; dashed: what no program can beat',
      footer: [
        `Medians of ${settings.rounds} interleaved rounds; lines: fastest to slowest`,
        machine,
      ],
    })
    await writeFile(resolve(home, settings.svg), svg)
  }
}

const command = parseArguments(process.argv.slice(2))
switch (command.kind) {
  case 'help':
    console.log(help)
    break
  case 'mistake':
    console.error(command.message)
    process.exitCode = 2
    break
  case 'run':
    try {
      await bench(command.settings)
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    }
}
