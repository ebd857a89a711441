import path from 'node:path'
import { stepEnvironment, type Variables } from '../io/process-environment.ts'
import { environmentLayout } from './layout.ts'

/** How a script is run: a program, its arguments, and what its file holds. */
export interface ShellScript {
  readonly program: string
  readonly args: readonly string[]
  /** The file's ending; PowerShell runs no other. */
  readonly extension: string
  readonly text: string
}

/**
 * The shell that a `run` step has where it names none, with the settings that the runner gives it. The
 * first command that fails ends the script: also in PowerShell, which else looks at programs' exit codes
 * only at the end (7.4 and newer can). bash leaves the number of the failed line beside it. Pure.
 */
export function shellScript(
  install: string,
  { platform, shells }: { readonly platform: NodeJS.Platform; readonly shells: readonly string[] },
): ShellScript {
  if (platform === 'win32') {
    return {
      program: shells.includes('pwsh') ? 'pwsh' : 'powershell',
      args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command'],
      extension: '.ps1',
      text: `$ErrorActionPreference = 'stop'\r\n$PSNativeCommandUseErrorActionPreference = $true\r\n${install}\r\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\r\n`,
    }
  }
  const hasBash = shells.includes('bash')
  // In front of the first line, so that lines keep their numbers.
  const trap = `trap 'echo "$LINENO" >"${failedLineFile('$0')}"' ERR; `
  return {
    program: hasBash ? 'bash' : 'sh',
    args: ['-e'],
    extension: '.sh',
    text: `${hasBash ? trap : ''}${install}\n`,
  }
}

/** Where bash notes the number of the line that failed. */
export function failedLineFile(script: string): string {
  return `${script}.failed-line`
}

/** The last argument of a shell: the script's file, or the command that runs it. Pure. */
export function scriptArgument(file: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? `. '${file.replaceAll("'", "''")}'` : file
}

/** The job's variables with an environment activated and its settings for uv and pip; pure. */
export function activatedVariables(
  env: Variables,
  options: {
    readonly folder: string
    readonly platform: NodeJS.Platform
    /** Further folders of PATH, after the environment's own. */
    readonly paths: readonly string[]
    /** Whether the packages are compiled by us afterwards. */
    readonly compiles: boolean
  },
): Record<string, string> {
  const { folder, platform, paths, compiles } = options
  const { delimiter } = platform === 'win32' ? path.win32 : path.posix
  const inherited = Object.entries(stepEnvironment(env))
  const variables = Object.fromEntries(inherited.filter(([name]) => !/^PYTHONHOME$/i.test(name)))
  // Windows has one PATH, however it is spelt.
  const pathName = Object.keys(variables).find(name => name.toUpperCase() === 'PATH') ?? 'PATH'
  const { programs } = environmentLayout(folder, platform)
  return {
    ...variables,
    [pathName]: [programs, ...paths, variables[pathName]].filter(Boolean).join(delimiter),
    VIRTUAL_ENV: folder,
    UV_PROJECT_ENVIRONMENT: folder,
    // What is compiled afterwards, on all cores and in the mode that is wanted, is not compiled twice.
    ...(compiles ? { PIP_NO_COMPILE: '1', UV_COMPILE_BYTECODE: '0' } : {}),
  }
}
