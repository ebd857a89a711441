import path from 'node:path'
import ts from 'typescript'

/** A file of `src`: its path from there, with `/`, and what is in it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const stages = ['inputs', 'manifest', 'install', 'attestation', 'bytecode', 'cache', 'report']
const all = [...stages, 'flow', 'domain', 'io']

/** Who may import whom. A file outside of every room stands for itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'setup.ts': ['main.ts'],
  'main.ts': all,
  flow: all,
  ...Object.fromEntries(stages.map(stage => [stage, [stage, 'domain', 'io']])),
  io: ['io'],
  domain: ['domain'],
}

/** What the pure rules may build on; not even Node is theirs. */
const domainPackages = ['semver', '@renovatebot/pep440']

/** The files that are started instead of imported. */
const entries = ['setup.ts', 'cache/cache-thread.ts']

/** What a file imports that it must not, a sentence each. */
export function wrongImports({ path: file, text }: SourceFile): readonly string[] {
  const room = roomOf(file)
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName: specifier }) => {
    if (specifier.startsWith('.')) {
      const target = roomOf(path.posix.join(path.posix.dirname(file), specifier))
      return mayImport[room]?.includes(target) ? [] : [`${file}: ${room} imports ${target}`]
    }
    if (room === 'domain' && !domainPackages.includes(specifier)) {
      return [`${file}: domain imports ${specifier}`]
    }
    if (specifier === '@actions/cache' && room !== 'cache') {
      return [`${file}: ${room} imports ${specifier}`]
    }
    if (specifier.startsWith('@sigstore/') && file !== 'attestation/provenance.ts') {
      return [`${file}: imports ${specifier}`]
    }
    return []
  })
}

/** The statements that do something as soon as the file is imported, a sentence each. */
export function effectsOnImport({ path: file, text }: SourceFile): readonly string[] {
  if (entries.includes(file)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2024)
  return source.statements
    .filter(statement => !isDeclaration(statement) || awaits(statement))
    .map(statement => `${file}: ${statement.getText(source).split('\n')[0]}`)
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function isDeclaration(statement: ts.Statement): boolean {
  return [
    ts.SyntaxKind.ImportDeclaration,
    ts.SyntaxKind.ExportDeclaration,
    ts.SyntaxKind.FunctionDeclaration,
    ts.SyntaxKind.ClassDeclaration,
    ts.SyntaxKind.InterfaceDeclaration,
    ts.SyntaxKind.TypeAliasDeclaration,
    ts.SyntaxKind.VariableStatement,
  ].includes(statement.kind)
}

/** Looks for `await` outside of functions: what is inside of them happens later. */
function awaits(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node)) return true
  return !ts.isFunctionLike(node) && (ts.forEachChild(node, awaits) ?? false)
}
