/**
 * What may be files that install commands name: `-r FILE`, `-c FILE` in every spelling of pip's and uv's,
 * and arguments that look like dependency files, scripts and archives. Whether there is such a file is
 * another question.
 */
export function filesNamedIn(install: string): readonly string[] {
  const files: string[] = []
  for (const line of joinLines(install)) {
    const words = line.split(/\s+/).map(unquote)
    for (const [index, word] of words.entries()) {
      const named = fileOption(word, words[index + 1])
      if (named !== null) files.push(named)
      else if (!word.startsWith('-') && installedFrom.test(word)) files.push(word)
    }
  }
  return [...new Set(files)]
}

const installedFrom = /(^|[/\\])[\w.-]+\.(txt|in|toml|lock|cfg|py|sh|ps1|whl|zip|gz)$/

/** The files that a requirements file includes, as it names them: relative to its own folder. */
export function filesIncludedBy(requirements: string): readonly string[] {
  return joinLines(requirements).flatMap(line => {
    const [first = '', second] = line.trim().split(/\s+/)
    return fileOption(first, second) ?? []
  })
}

/** The requirements of a file or a command line that are no options, comments or includes. */
export function requirementLines(requirements: string): readonly string[] {
  return joinLines(requirements)
    .map(line => line.replace(/(^|\s)#.*/, '').trim())
    .filter(line => line !== '' && !/^(-[rcif]|--(?!editable))/.test(line))
}

/** A backslash at the end of a line joins it with the next, in requirements and in shells alike. */
function joinLines(text: string): readonly string[] {
  return text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .filter(line => !line.trimStart().startsWith('#'))
}

/** `-r FILE`, `-rFILE`, `--requirement=FILE`, the same of constraints and of uv's `--requirements`. */
function fileOption(word: string, next: string | undefined): string | null {
  const match =
    /^(?:-[rc]|--(?:requirements?|constraints?|overrides?|build-constraints?))(=?)(.*)$/.exec(word)
  if (match === null) return null
  const [, equals, value = ''] = match
  if (value !== '') return unquote(value)
  return equals === '' && next !== undefined ? unquote(next) : null
}

function unquote(word: string): string {
  return word.replaceAll(/^['"]|['"]$/g, '')
}
