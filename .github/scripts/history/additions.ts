/**
 * GraalPy between the versions that uv's list had: setup-python's users ask for them. By the
 * definitions that Oracle's own developers keep in pyenv (graalpy-23.1.2, graalpy-24.1.2).
 */
const hashes: Readonly<Record<string, string>> = {
  '23.1.2-linux-amd64': 'ea9c61845968dd396f57bbb6bb6ccf1608b198dffd99c6fe2e5c03d836e40a74',
  '23.1.2-linux-aarch64': '715cc67f551a009a04814e7201bc33e629ba6c329e7d32c265a3ebf8619f4a66',
  '23.1.2-macos-amd64': 'e9e5977077ef4986fce0f8416b81c1c468add9f3f123edfb223b54a5d34a95c6',
  '23.1.2-macos-aarch64': '46c859233c7c5ce44fc44e97f17a1685dc3f8516785c2e419f8661ed7b5185b1',
  '24.1.2-linux-amd64': '859292dddb7deb47280e445afa61aa58326900e15fbf0d3fa8044f1a1ce23594',
  '24.1.2-linux-aarch64': '5ad46ba7ef58f2b3871cb99aa244ef9bf6e6e4206770e027603e3c323ba3e67b',
  '24.1.2-macos-amd64': 'e2eed01618ae788b24e01ab423ff27382e15faa1ecb7c8eb7e9809b022c74fe8',
  '24.1.2-macos-aarch64': 'daa1fa51129f1bc4e5f0f2251ce7d0e039019eb9569579bb41aaa905407fa6a3',
}

/** The Python that each of them is, as uv's list would say it. */
const minors: Readonly<Record<string, number>> = { '23.1.2': 10, '24.1.2': 11 }

/** What no list has had, in a list's form. */
export const additions = Object.fromEntries(
  Object.entries(hashes).map(([name, sha256]) => {
    const [build = '', os = '', architecture = ''] = name.split('-')
    const entry = {
      name: 'graalpy',
      arch: architecture,
      os,
      libc: os === 'linux' ? 'gnu' : 'none',
      major: 3,
      minor: minors[build],
      patch: 0,
      url: `https://github.com/oracle/graalpython/releases/download/graal-${build}/graalpy-${name}.tar.gz`,
      sha256,
      build,
    }
    return [name, entry]
  }),
)
