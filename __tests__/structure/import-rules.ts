import path from 'node:path'
import ts from 'typescript'

/** A file of `src`: its path from there, with `/`, and what is in it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const stages = [
  'inputs',
  'list',
  'archive',
  'install',
  'attestation',
  'bytecode',
  'cache',
  'packages',
  'environment',
  'report',
]
const all = [...stages, 'job', 'domain', 'io']

/** Who may import whom. A file outside of every folder is its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'setup.ts': ['main.ts', 'domain', 'io'],
  'post.ts': ['job', 'domain', 'io'],
  'main.ts': all,
  job: all,
  ...Object.fromEntries(stages.map(stage => [stage, [stage, 'domain', 'io']])),
  io: ['io'],
  domain: ['domain'],
}

/** What the pure rules may build on; not even Node is theirs. */
const domainPackages = ['semver']

/** The files that are started instead of imported. */
const entries = ['setup.ts', 'post.ts', 'cache/cache-process.ts']

/** What a file imports that it must not, a sentence each. */
export function wrongImports({ path: file, text }: SourceFile): readonly string[] {
  const folder = folderOf(file)
  return ts.preProcessFile(text).importedFiles.flatMap(({ fileName: specifier }) => {
    if (specifier.startsWith('.')) {
      const target = folderOf(path.posix.join(path.posix.dirname(file), specifier))
      return mayImport[folder]?.includes(target) ? [] : [`${file}: ${folder} imports ${target}`]
    }
    if (folder === 'domain' && !domainPackages.includes(specifier)) {
      return [`${file}: domain imports ${specifier}`]
    }
    if (specifier === '@actions/cache' && folder !== 'cache') {
      return [`${file}: ${folder} imports ${specifier}`]
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

function folderOf(file: string): string {
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
