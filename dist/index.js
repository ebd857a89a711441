import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(1489)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 1383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 9737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(5101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 1489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 7790:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ InvalidArchive)
/* harmony export */ });
/** What an archive is refused for, as the part of a sentence that follows "could not be unpacked:". */
class InvalidArchive extends Error {
    constructor(found) {
        super(found);
        this.name = 'InvalidArchive';
    }
}


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ createTarReader),
  g: () => (/* binding */ tooLarge)
});

// EXTERNAL MODULE: ./src/domain/quote.ts
var quote = __nccwpck_require__(6276);
// EXTERNAL MODULE: ./src/archive/invalid-archive.ts
var invalid_archive = __nccwpck_require__(7790);
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
;// CONCATENATED MODULE: ./src/archive/tar-header.ts



/** Tar consists of blocks of this size. */
const blockBytes = 512;
const extraTypes = ['pax', 'pax-global', 'gnu-name', 'gnu-target'];
/** Whether a header is no entry, but about one. */
function isExtra(type) {
    return extraTypes.some(extra => extra === type);
}
/** Everything else (devices, sparse files, volumes, …) is refused. */
const types = {
    '\0': 'file',
    '0': 'file',
    '1': 'hard-link',
    '2': 'link',
    '5': 'folder',
    x: 'pax',
    g: 'pax-global',
    L: 'gnu-name',
    K: 'gnu-target',
};
/**
 * Reads a header block; `null`: an empty one, of which two end an archive. `known` is what extended
 * headers have said before it: its own name is cut off then, maybe within a character, and counts for
 * nothing. Throws `InvalidArchive`.
 */
function readHeader(block, known = {}) {
    if (block[0] === 0 && block.every(byte => byte === 0))
        return null;
    requireChecksum(block);
    const flag = block.toString('latin1', 156, 157);
    const isNamed = !isKnown(flag) || !isExtra(types[flag]);
    const name = known.name ?? (isNamed ? readName(block) : '');
    if (!isKnown(flag)) {
        const kind = kinds[flag] ?? `of the unknown type ${(0,quote/* quote */.h)(flag)}`;
        throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} is ${kind}, not a file, folder or link`);
    }
    return {
        type: types[flag],
        name,
        target: known.target ?? (isNamed ? readText(block, 157, 100) : ''),
        executable: (readNumber(block, 100, 8) & 0o111) !== 0,
        mtimeS: readNumber(block, 136, 12),
        sizeBytes: readNumber(block, 124, 12),
    };
}
function readName(block) {
    const ustar = block.toString('latin1', 257, 263) === 'ustar\0';
    const prefix = ustar ? readText(block, 345, 155) : '';
    const own = readText(block, 0, 100);
    return prefix === '' ? own : `${prefix}/${own}`;
}
const kinds = {
    '3': 'a device',
    '4': 'a device',
    '6': 'a named pipe',
    S: 'a sparse file',
};
function isKnown(flag) {
    return Object.hasOwn(types, flag);
}
function requireChecksum(block) {
    const stated = numberAt(block, 148, 8);
    // Its own eight bytes count as spaces.
    const own = block.subarray(148, 156).reduce((sum, byte) => sum + byte);
    if (stated !== sumOf(block) - own + 8 * 32) {
        throw new invalid_archive/* InvalidArchive */.s('it is not a tar archive, or it is damaged');
    }
}
/** The sum of a block's bytes, four at a time: there are thousands of blocks, and V8 is not optimizing. */
function sumOf(block) {
    const aligned = block.byteOffset % 4 === 0 ? block : Buffer.from(block);
    const words = new Uint32Array(aligned.buffer, aligned.byteOffset, blockBytes / 4);
    let [even, odd] = [0, 0];
    for (const word of words) {
        even += word & 0xff00ff;
        odd += (word >>> 8) & 0xff00ff;
    }
    return (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
}
function readNumber(block, at, length) {
    const number = numberAt(block, at, length);
    if (number === null)
        throw new invalid_archive/* InvalidArchive */.s('one of its headers has an invalid number');
    return number;
}
/** Octal digits; or, where the first bit is set, all the others as one number. `null`: neither. */
function numberAt(block, at, length) {
    const first = block[at] ?? 0;
    if (first === 0x80) {
        // More than six bytes would not fit; no number of ours is that large.
        const high = block.subarray(at + 1, at + length - 6);
        if (high.every(byte => byte === 0)) {
            const size = Math.min(6, length - 1);
            return block.readUIntBE(at + length - size, size);
        }
    }
    else if (first < 0x80) {
        const text = block.toString('latin1', at, at + length);
        const digits = /^ *([0-7]*)[ \0]*$/.exec(text)?.[1];
        if (digits !== undefined)
            return digits === '' ? 0 : Number.parseInt(digits, 8);
    }
    return null;
}
function readText(block, at, length) {
    const end = block.indexOf(0, at);
    return decode(block.subarray(at, end === -1 ? at + length : Math.min(end, at + length)));
}
/** Text of an archive. Throws `InvalidArchive` where it is not UTF-8. */
function decode(bytes) {
    if ((0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        return bytes.toString('utf8');
    throw new invalid_archive/* InvalidArchive */.s(`it has a name that is not UTF-8: ${(0,quote/* quote */.h)(bytes.toString('latin1'))}`);
}
/** Reads a pax header's records, `LENGTH KEY=VALUE\n` each. Throws `InvalidArchive`. */
function readPax(bytes, isGlobal) {
    const found = {};
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const digits = space === -1 ? '' : bytes.toString('latin1', at, space);
        const end = at + Number(digits);
        const equals = bytes.indexOf(0x3d, space);
        const isRecord = /^[1-9]\d{0,8}$/.test(digits) && end <= bytes.length && bytes[end - 1] === 0x0a;
        if (!isRecord || equals === -1 || equals >= end) {
            throw new invalid_archive/* InvalidArchive */.s('one of its extended headers is damaged');
        }
        const key = bytes.toString('utf8', space + 1, equals);
        const value = bytes.subarray(equals + 1, end - 1);
        if (key.startsWith('GNU.sparse.'))
            throw new invalid_archive/* InvalidArchive */.s('it contains a sparse file');
        if (isGlobal && ['path', 'linkpath', 'size'].includes(key)) {
            throw new invalid_archive/* InvalidArchive */.s(`it gives all of its entries the same ${key}`);
        }
        if (key === 'path')
            found.name = decode(value);
        if (key === 'linkpath')
            found.target = decode(value);
        if (key === 'mtime')
            found.mtimeS = readDecimal(key, value);
        if (key === 'size')
            found.sizeBytes = readDecimal(key, value);
        at = end;
    }
    return found;
}
function readDecimal(key, value) {
    const text = value.toString('latin1');
    const pattern = key === 'size' ? /^\d{1,15}$/ : /^-?\d{1,15}(\.\d*)?$/;
    if (!pattern.test(text))
        throw new invalid_archive/* InvalidArchive */.s(`one of its extended headers has no ${key}`);
    return Number(text);
}

;// CONCATENATED MODULE: ./src/archive/tar-reader.ts



/** Names and times fit easily, and attributes that nobody reads. */
const maxExtraBytes = 1024 ** 2;
/** Reads the entries of a tar archive (ustar, pax or GNU) into a sink. */
function createTarReader(sink, maxBytes) {
    /** The beginning of a block whose end has not come yet. */
    let partial = Buffer.alloc(0);
    /** Whose content comes now; `null`: a header does. */
    let current = null;
    let leftBytes = 0;
    let paddingBytes = 0;
    let extra = [];
    /** What extended headers have said of the next entry. */
    let overrides = null;
    let emptyBlocks = 0;
    const readBlock = (block) => {
        const header = readHeader(block, overrides ?? {});
        if (header === null) {
            emptyBlocks++;
            return;
        }
        if (emptyBlocks > 0)
            throw new invalid_archive/* InvalidArchive */.s('it has an empty block in the middle');
        const { type, ...own } = header;
        if (isExtra(type)) {
            if (own.sizeBytes > maxExtraBytes) {
                throw new invalid_archive/* InvalidArchive */.s('one of its extended headers is too large');
            }
            return begin(type, own.sizeBytes);
        }
        const entry = { kind: type, ...own, ...overrides };
        overrides = null;
        if (entry.kind === 'file')
            return openFile(entry);
        if (entry.sizeBytes !== 0) {
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(entry.name)} is not a file, but has content`);
        }
        sink.add(entry);
    };
    const openFile = (entry) => {
        if (entry.name.endsWith('/')) {
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(entry.name)} is a file, but its name ends in a slash`);
        }
        if (entry.sizeBytes > maxBytes)
            throw tooLarge(maxBytes);
        sink.open(entry);
        begin('file', entry.sizeBytes);
    };
    const begin = (what, sizeBytes) => {
        current = what;
        leftBytes = sizeBytes;
        paddingBytes = (blockBytes - (sizeBytes % blockBytes)) % blockBytes;
        if (leftBytes === 0)
            finish(what);
    };
    const finish = (what) => {
        current = null;
        if (what === 'file')
            return sink.close();
        const content = Buffer.concat(extra);
        extra = [];
        overrides = { ...overrides, ...overridesOf(what, content) };
    };
    const readContent = (what, bytes) => {
        if (what === 'file')
            sink.write(bytes);
        else
            extra.push(bytes);
        leftBytes -= bytes.length;
        if (leftBytes === 0)
            finish(what);
    };
    return {
        push: bytes => {
            let at = 0;
            // What follows the end is padding, as every tar has it.
            while (at < bytes.length && emptyBlocks < 2) {
                if (current !== null) {
                    const end = Math.min(bytes.length, at + leftBytes);
                    readContent(current, bytes.subarray(at, end));
                    at = end;
                }
                else if (paddingBytes > 0) {
                    const skipped = Math.min(paddingBytes, bytes.length - at);
                    paddingBytes -= skipped;
                    at += skipped;
                }
                else {
                    const end = Math.min(bytes.length, at + blockBytes - partial.length);
                    const piece = bytes.subarray(at, end);
                    const block = partial.length === 0 ? piece : Buffer.concat([partial, piece]);
                    at = end;
                    partial = block.length < blockBytes ? block : Buffer.alloc(0);
                    if (block.length === blockBytes)
                        readBlock(block);
                }
            }
        },
        end: () => {
            if (emptyBlocks < 2)
                throw new invalid_archive/* InvalidArchive */.s('it ends too soon: the end of the tar is missing');
            if (overrides !== null)
                throw new invalid_archive/* InvalidArchive */.s('it ends in an extended header');
        },
    };
}
/** What is thrown where an archive unpacks to more than it may. */
function tooLarge(maxBytes) {
    return new invalid_archive/* InvalidArchive */.s(`it unpacks to more than ${maxBytes / 1024 ** 2} MiB`);
}
function overridesOf(type, content) {
    switch (type) {
        case 'pax':
            return readPax(content, false);
        case 'pax-global':
            readPax(content, true);
            return {};
        case 'gnu-name':
            return { name: untilNul(content) };
        case 'gnu-target':
            return { target: untilNul(content) };
    }
}
function untilNul(content) {
    const end = content.indexOf(0);
    return decode(end === -1 ? content : content.subarray(0, end));
}


/***/ }),

/***/ 4798:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ findExposure),
/* harmony export */   R5: () => (/* binding */ findObstacle),
/* harmony export */   xk: () => (/* binding */ decideCache)
/* harmony export */ });
/** Runs in which an entry that an untrusted run has written could reach a release, or a secret. */
const exposedEvents = ['release', 'pull_request_target', 'workflow_run'];
/**
 * Decides by the input, by what the runner's variables say about this run, and by whether a restore is
 * faster than what it spares.
 */
function decideCache(choice, env, { paysOff }) {
    if (choice === 'false')
        return off('cache-python is false');
    const obstacle = findObstacle(env);
    if (obstacle !== null)
        return off(obstacle);
    if (choice === 'true')
        return on('cache-python is true');
    const exposure = findExposure(env);
    if (exposure !== null)
        return off(`runs for ${exposure} do not use a shared cache`);
    if (env.RUNNER_ENVIRONMENT !== 'github-hosted') {
        return off('a self-hosted runner keeps its tool cache');
    }
    if (!paysOff)
        return off('without compile-bytecode, installing is as fast as restoring');
    return on('a GitHub-hosted runner starts with an empty tool cache');
}
/** What this run is for, where a poisoned entry would do the most harm: `release`; else `null`. */
function findExposure(env) {
    const event = env.GITHUB_EVENT_NAME ?? '';
    if (exposedEvents.includes(event))
        return event;
    return env.GITHUB_REF_TYPE === 'tag' ? 'a tag' : null;
}
/** Why no cache can be used in this job, whatever was asked for; `null` where one can. */
function findObstacle(env) {
    if (env.ACTIONS_CACHE_MODE?.trim().toLowerCase() === 'none')
        return 'ACTIONS_CACHE_MODE is none';
    // GitHub Enterprise Server has the service's first version, whose address is another variable.
    const second = env.ACTIONS_CACHE_SERVICE_V2 && !isEnterpriseServer(env.GITHUB_SERVER_URL);
    // To that version, other forges and local runners give no token; the second one has none without.
    const isThere = second
        ? env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN
        : env.ACTIONS_CACHE_URL;
    return isThere ? null : 'this runner offers no cache service';
}
function isEnterpriseServer(address) {
    const host = URL.parse(address || 'https://github.com')?.hostname ?? '';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
function on(reason) {
    return { enabled: true, reason };
}
function off(reason) {
    return { enabled: false, reason };
}


/***/ }),

/***/ 4776:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ matchesBuild),
/* harmony export */   V: () => (/* binding */ compareBuilds)
/* harmony export */ });
/**
 * Negative, zero or positive, as for `Array.prototype.sort`: number by number, so that dates
 * (`20260814`) and versions of implementations (`7.3.9` before `7.3.23`) both order by age.
 */
function compareBuilds(a, b) {
    const left = a.split('.').map(Number);
    const right = b.split('.').map(Number);
    for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
        const difference = (left[i] ?? -1) - (right[i] ?? -1);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether a build is the one that a request names, or begins with its numbers: `7.3.23` for `7.3`. */
function matchesBuild(build, wanted) {
    return build === wanted || build.startsWith(`${wanted}.`);
}


/***/ }),

/***/ 8113:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BH: () => (/* binding */ invalidationModes),
/* harmony export */   dl: () => (/* binding */ hashModes),
/* harmony export */   pT: () => (/* binding */ hashModeOf)
/* harmony export */ });
/** How a cache file says that it still belongs to its source (PEP 552). */
const invalidationModes = ['timestamp', 'checked-hash', 'unchecked-hash'];
/** The modes that go by the content of a source, and not by its time. */
const hashModes = ['checked-hash', 'unchecked-hash'];
/** What of a mode is a part of an installation's name: bytecode that goes by time can be added to any. */
function hashModeOf(mode) {
    return mode === 'timestamp' ? null : mode;
}


/***/ }),

/***/ 241:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   oH: () => (/* binding */ diskFullHint)
/* harmony export */ });
/* unused harmony export errorCodes */
/**
 * Everything that can end the step, one code a cause. A code is part of the product: it is in the
 * log and in the documentation.
 */
const errorCodes = (/* unused pure expression or super */ null && ([
    'INPUT_INVALID',
    'REQUEST_INVALID',
    'REQUEST_UNMATCHED',
    'VERSION_FILE_INVALID',
    'LIST_UNAVAILABLE',
    'LIST_INVALID',
    'DOWNLOAD_FAILED',
    'CHECKSUM_MISSING',
    'CHECKSUM_MISMATCH',
    'ATTESTATION_FAILED',
    'ARCHIVE_INVALID',
    'INTERPRETER_BROKEN',
    'MACHINE_LIMIT',
    'COMPILE_FAILED',
    'DISK_FAILED',
    'PIP_FAILED',
    'INSTALL_FAILED',
    'RUNNER_FILE_FAILED',
    'CANCELLED',
]));
/** What to do where a disk is full. */
const diskFullHint = 'Free space in the tool cache, or request fewer versions in this job.';
/** A failure we foresaw. Anything else that is thrown is a bug, and is reported as one. */
class ActionError extends Error {
    code;
    hint;
    constructor({ code, message, hint, cause }) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'ActionError';
        this.code = code;
        this.hint = hint;
    }
}


/***/ }),

/***/ 9128:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ archiveRoot),
/* harmony export */   RV: () => (/* binding */ interpreterPaths),
/* harmony export */   Sb: () => (/* binding */ versionedFolder),
/* harmony export */   TV: () => (/* binding */ versionedPath),
/* harmony export */   W5: () => (/* binding */ pythonSuffix),
/* harmony export */   Y0: () => (/* binding */ layoutNumber),
/* harmony export */   YG: () => (/* binding */ archiveEnding),
/* harmony export */   aH: () => (/* binding */ layoutOf),
/* harmony export */   n8: () => (/* binding */ isUsualBuild),
/* harmony export */   xA: () => (/* binding */ stdlibFolder)
/* harmony export */ });
/* harmony import */ var _python_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9172);

/** Grows when installations of an older make must not be used any more, from wherever they come. */
const layoutNumber = 3;
/** The layout of an installation: a pure function of what is installed. */
function layoutOf(python) {
    const windows = python.platform.os === 'windows';
    switch (python.implementation) {
        case 'cpython':
            return windows
                ? { executable: 'python.exe', binFolder: '.', scriptsFolder: 'Scripts' }
                : inBin(`python${pythonSuffix(python)}`);
        case 'pypy':
            return windows
                ? { executable: 'pypy3.exe', binFolder: '.', scriptsFolder: 'Scripts' }
                : inBin('pypy3');
        case 'graalpy':
            return windows
                ? { executable: 'bin/graalpy.exe', binFolder: 'bin', scriptsFolder: 'Scripts' }
                : inBin('graalpy');
        case 'pyodide':
            return {
                executable: 'pyodide-root/dist/python',
                binFolder: 'pyodide-root/dist',
                scriptsFolder: 'pyodide-root/dist',
            };
    }
}
function inBin(name) {
    return { executable: `bin/${name}`, binFolder: 'bin', scriptsFolder: 'bin' };
}
/** `3.13`, `3.13t`, `3.13d`, `3.13td`: what CPython appends to the names of its files. */
function pythonSuffix({ version, variant }) {
    return `${version.major}.${version.minor}${(0,_python_js__WEBPACK_IMPORTED_MODULE_0__/* .variantSuffix */ .n6)(variant)}`;
}
/** Where CPython keeps its standard library; a debug build shares its name. */
function stdlibFolder({ platform, version, variant }) {
    if (platform.os === 'windows')
        return 'Lib';
    return `lib/python${version.major}.${version.minor}${(0,_python_js__WEBPACK_IMPORTED_MODULE_0__/* .isFreethreaded */ .w)(variant) ? 't' : ''}`;
}
/** What an archive's name ends in, and says how to unpack it. */
function archiveEnding({ url }) {
    if (url.pathname.endsWith('.zip'))
        return '.zip';
    if (url.pathname.endsWith('.bz2'))
        return '.tar.bz2';
    return url.pathname.endsWith('.zst') ? '.tar.zst' : '.tar.gz';
}
/**
 * The folder of an extracted archive that becomes the installation; `null`: its only top folder.
 * python-build-standalone's full archives hold build files too, and the installation one level down;
 * the old ones among them have no `full` in their names, but are the only ones packed with zstd.
 */
function archiveRoot(distribution) {
    if (distribution.implementation !== 'cpython')
        return null;
    return archiveEnding(distribution) === '.tar.zst' ? 'python/install' : 'python';
}
/** Whether it is what people mean by `python3.13`: CPython, and neither free-threaded nor a debug build. */
function isUsualBuild({ implementation, variant }) {
    return implementation === 'cpython' && variant === 'default';
}
/**
 * Where people find an interpreter: relative paths. Those that an archive lacks are made: `python`
 * in the bin folder among them, as every version must answer to it.
 */
function interpreterPaths(python) {
    const { implementation, version, platform } = python;
    const { major, minor } = version;
    const windows = platform.os === 'windows';
    const cpython = implementation === 'cpython';
    const names = new Set(['python', `python${major}`, `python${major}.${minor}`]);
    if (cpython) {
        // Nothing on PATH can come before it there, so it is left to the usual build.
        if (windows && !isUsualBuild(python))
            names.delete(`python${major}.${minor}`);
        names.add(`python${pythonSuffix(python)}`);
    }
    if (implementation === 'pypy')
        names.add('pypy').add('pypy3').add(`pypy${major}.${minor}`);
    if (implementation === 'graalpy')
        names.add('graalpy');
    const { binFolder } = layoutOf(python);
    const folder = binFolder === '.' ? '' : `${binFolder}/`;
    const paths = [...names].map(name => `${folder}${name}${windows ? '.exe' : ''}`);
    // `$pythonLocation/python` is there on every system, as in setup-python's Pythons.
    return cpython && !windows ? [...paths, 'python'] : paths;
}
/** Relative to an installation. */
const versionedPath = 'bin/versioned';
/**
 * The folder of a usual build in which `python3.13` and `pip3.13` have names once more, and nothing
 * else: on PATH before a free-threaded 3.13, it leaves `python` to that one. `null`: there is none.
 */
function versionedFolder(python) {
    return isUsualBuild(python) && python.platform.os !== 'windows' ? versionedPath : null;
}


/***/ }),

/***/ 1693:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ headersOf)
/* harmony export */ });
/** The headers that a request to a location has. */
function headersOf({ authorization }) {
    return authorization === null ? {} : { authorization };
}


/***/ }),

/***/ 5735:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ explainOldNode)
/* harmony export */ });
/** The oldest Node.js whose functions are all that we use; `action.yml` asks for 24. */
const oldestMajor = 22;
/**
 * What to tell where an old Node.js runs the action, as a runner without Node.js 24 does; `null`:
 * this one is new enough. `version` is `process.versions.node`.
 */
function explainOldNode(version) {
    if (Number.parseInt(version, 10) >= oldestMajor)
        return null;
    return `setup-managed-python needs Node.js 24, but this runner has started it with Node.js ${version}. Update the runner: GitHub's has Node.js 24 since 2.327.1, though not on 32-bit ARM. [NODE_TOO_OLD]`;
}


/***/ }),

/***/ 7306:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HS: () => (/* binding */ cacheContents),
/* harmony export */   NN: () => (/* binding */ packageManagers),
/* harmony export */   bs: () => (/* binding */ dependencyPatterns)
/* harmony export */ });
/** The package managers whose caches can be kept. */
const packageManagers = ['pip', 'pipenv', 'poetry', 'uv', 'pdm'];
/** What each manager's cache has in it. */
const cacheContents = {
    pip: 'downloads',
    pipenv: 'environments',
    poetry: 'environments',
    uv: 'downloads',
    pdm: 'downloads',
};
/**
 * The files that say what a manager installs, as patterns in a workspace. The first group of which
 * there is a file counts, setup-python's own first.
 */
const dependencyPatterns = {
    pip: [
        ['**/requirements.txt'],
        ['**/pyproject.toml'],
        ['**/pylock.toml', '**/pylock.*.toml'],
        ['**/setup.cfg', '**/setup.py'],
    ],
    pipenv: [['**/Pipfile.lock']],
    poetry: [['**/poetry.lock']],
    uv: [
        ['**/uv.lock'],
        ['**/pylock.toml', '**/pylock.*.toml'],
        ['**/requirements.txt'],
        ['**/pyproject.toml'],
        ['**/setup.cfg', '**/setup.py'],
    ],
    pdm: [['**/pdm.lock'], ['**/pylock.toml', '**/pylock.*.toml'], ['**/pyproject.toml']],
};


/***/ }),

/***/ 3607:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   m: () => (/* binding */ isCount)
/* harmony export */ });
/** Whether something that was read from elsewhere is an object with fields. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Whether something that was read from elsewhere is a number that can count or measure. */
function isCount(value) {
    return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}


/***/ }),

/***/ 3013:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ oses),
/* harmony export */   Ai: () => (/* binding */ architectureFamilies),
/* harmony export */   Mm: () => (/* binding */ libcs),
/* harmony export */   N2: () => (/* binding */ usualLibc),
/* harmony export */   d5: () => (/* binding */ describePlatform),
/* harmony export */   h4: () => (/* binding */ formatArchitecture),
/* harmony export */   o3: () => (/* binding */ libcFor),
/* harmony export */   qK: () => (/* binding */ targetTriple)
/* harmony export */ });
const oses = ['linux', 'darwin', 'windows', 'emscripten'];
const libcs = ['gnu', 'musl', 'gnueabi', 'gnueabihf', 'none'];
const architectureFamilies = [
    'x86_64',
    'aarch64',
    'i686',
    'armv7',
    'powerpc64le',
    'riscv64',
    's390x',
    'wasm32',
];
/** The C library of most Linux machines with such a processor. */
function usualLibc(family) {
    return family === 'armv7' ? 'gnueabihf' : 'gnu';
}
/**
 * The C library that programs for a processor have on this host, which may be another's: glibc has
 * a name of its own for 32-bit ARM.
 */
function libcFor({ family }, host) {
    const isHosts = family === host.architecture.family;
    return isHosts || host.libc === 'musl' || host.os !== 'linux' ? host.libc : usualLibc(family);
}
/** `x86_64_v3`: the architecture as target triples and uv keys spell it. */
function formatArchitecture({ family, level }) {
    return level === null ? family : `${family}_${level}`;
}
/** The target triple that python-build-standalone names the platform by. */
function targetTriple({ os, architecture, libc }) {
    const arch = formatArchitecture(architecture);
    switch (os) {
        case 'linux':
            return `${arch}-unknown-linux-${libc}`;
        case 'darwin':
            return `${arch}-apple-darwin`;
        case 'windows':
            return `${arch}-pc-windows-msvc`;
        case 'emscripten':
            return `${arch}-unknown-emscripten`;
    }
}
/** `linux x86_64 musl`: for people. */
function describePlatform({ os, architecture, libc }) {
    return [os, formatArchitecture(architecture), ...(os === 'linux' ? [libc] : [])].join(' ');
}


/***/ }),

/***/ 9172:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ pythonId),
/* harmony export */   E5: () => (/* binding */ implementations),
/* harmony export */   HI: () => (/* binding */ variants),
/* harmony export */   Ok: () => (/* binding */ marksOf),
/* harmony export */   d6: () => (/* binding */ implementationNames),
/* harmony export */   dt: () => (/* binding */ projects),
/* harmony export */   n6: () => (/* binding */ variantSuffix),
/* harmony export */   r3: () => (/* binding */ asItComes),
/* harmony export */   ut: () => (/* binding */ describePython),
/* harmony export */   w: () => (/* binding */ isFreethreaded)
/* harmony export */ });
/* unused harmony export isDebug */
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3013);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3356);


const implementations = ['cpython', 'pypy', 'graalpy', 'pyodide'];
const variants = ['default', 'freethreaded', 'debug', 'freethreaded+debug'];
function isFreethreaded(variant) {
    return variant === 'freethreaded' || variant === 'freethreaded+debug';
}
function isDebug(variant) {
    return variant === 'debug' || variant === 'freethreaded+debug';
}
/** `t`, `d`, `td` or nothing: what CPython appends to its version, and people to their requests. */
function variantSuffix(variant) {
    return `${isFreethreaded(variant) ? 't' : ''}${isDebug(variant) ? 'd' : ''}`;
}
/** The name that is unique among all Pythons: `cpython-3.13.15-20260814-x86_64-unknown-linux-gnu-debug`. */
function pythonId(python) {
    const { implementation, version, build, platform, variant } = python;
    const parts = [implementation, (0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version), build, (0,_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .targetTriple */ .qK)(platform)];
    const marks = variant === 'default' ? [] : [variant];
    return [...parts, ...marks, ...marksOf(python)].join('-');
}
const asItComes = { pip: null, hashMode: null };
/** How an installation's name says that, at its end. */
function marksOf({ pip, hashMode }) {
    return [...(pip === null ? [] : [`pip${pip}`]), ...(hashMode === null ? [] : [hashMode])];
}
/** The implementations' names, for people. */
const implementationNames = {
    cpython: 'CPython',
    pypy: 'PyPy',
    graalpy: 'GraalPy',
    pyodide: 'Pyodide',
};
/** Where each implementation's builds come from, and faults of theirs are reported. */
const projects = {
    cpython: 'https://github.com/astral-sh/python-build-standalone',
    pypy: 'https://github.com/pypy/pypy',
    graalpy: 'https://github.com/oracle/graalpython',
    pyodide: 'https://github.com/pyodide/pyodide',
};
/** `CPython 3.13.15`, with the variant where it is not the default one: for people. */
function describePython({ implementation, version, variant }) {
    const suffix = variant === 'default' ? '' : ` ${variant}`;
    return `${implementationNames[implementation]} ${(0,_version_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}${suffix}`;
}


/***/ }),

/***/ 6276:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
const shownCharacters = 100;
/**
 * What somebody wrote, fit for a line of the log: cut after 100 characters and with everything but
 * plain ASCII escaped, so that it can neither break the line nor hide a look-alike character.
 */
function quote(text) {
    const shown = [...text.slice(0, shownCharacters)].map(escapeCharacter).join('');
    return `'${shown}${text.length > shownCharacters ? '…' : ''}'`;
}
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 && code < 0x7f ? character : `\\u{${code.toString(16)}}`;
}


/***/ }),

/***/ 3356:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ parsePrerelease),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   a1: () => (/* binding */ formatSemver),
/* harmony export */   hU: () => (/* binding */ phaseOf),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
/** `3.15.0rc1`, as Python itself spells it. */
function formatVersion({ major, minor, patch, prerelease }) {
    return `${major}.${minor}.${patch}${formatPrerelease(prerelease)}`;
}
/** `3.15.0-rc.1`: the only spelling that the tool cache's folder names can hold. */
function formatSemver({ major, minor, patch, prerelease }) {
    const suffix = prerelease === null ? '' : `-${prerelease.phase}.${prerelease.number}`;
    return `${major}.${minor}.${patch}${suffix}`;
}
/** `rc1`, or nothing for a final release. */
function formatPrerelease(prerelease) {
    return prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`;
}
/** The phase that a word stands for, in all its spellings: `alpha`, `b`, `c`, `preview`. */
function phaseOf(word) {
    return word.startsWith('a') ? 'a' : word.startsWith('b') ? 'b' : 'rc';
}
/** Reads `rc1` and the like; `null` where the text is none. */
function parsePrerelease(text) {
    const match = /^(a|b|rc)(\d{1,4})$/.exec(text);
    if (match === null)
        return null;
    return { phase: match[1], number: Number(match[2]) };
}
/** Reads `3.15.0rc1` as `formatVersion` writes it; `null` where the text is no version. */
function parseVersion(text) {
    const match = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})(.*)$/.exec(text);
    if (match === null)
        return null;
    const [, major, minor, patch, suffix = ''] = match;
    const prerelease = parsePrerelease(suffix);
    if (prerelease === null && suffix !== '')
        return null;
    return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease };
}
/** Negative, zero or positive, as for `Array.prototype.sort`; a prerelease comes before its release. */
function compareVersions(a, b) {
    return (a.major - b.major ||
        a.minor - b.minor ||
        a.patch - b.patch ||
        comparePrereleases(a.prerelease, b.prerelease));
}
function comparePrereleases(a, b) {
    if (a === null || b === null)
        return Number(b !== null) - Number(a !== null);
    // The phases happen to stand in the alphabet's order.
    return a.phase < b.phase ? -1 : a.phase > b.phase ? 1 : a.number - b.number;
}


/***/ }),

/***/ 3510:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ ownNames),
/* harmony export */   _1: () => (/* binding */ noteBytecode),
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   rh: () => (/* binding */ writeRecord)
/* harmony export */ });
/* unused harmony export recordName */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _domain_bytecode_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8113);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9128);
/* harmony import */ var _domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3607);
/* harmony import */ var _domain_platform_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3013);
/* harmony import */ var _domain_python_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9172);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3356);
/* harmony import */ var _io_files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3839);









/** Its file's name, at the root of an installation. */
const recordName = '.managed-python.json';
/** The file beside it that says what bytecode was added later. */
const noteName = '.managed-python-bytecode.json';
/** What is ours in a tree, and no part of the Python. */
const ownNames = new Set([recordName, noteName]);
/** Writes an installation's record, all of it or nothing. */
async function writeRecord(folder, record) {
    await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomically */ .lo)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, recordName), `${JSON.stringify(record, null, 2)}\n`);
}
/**
 * Notes that the tree of this name has got bytecode. In a tree that another job has put in its place
 * meanwhile the note says nothing.
 */
async function noteBytecode(folder, tree, bytecode) {
    await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFileAtomically */ .lo)(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, noteName), `${JSON.stringify({ tree, bytecode })}\n`);
}
/** The record in a folder; `null` where there is none, or none that this version of ours wrote. */
async function readRecord(folder) {
    const record = await readParsed(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, recordName), parseRecord);
    if (record === null || record.bytecode !== null || record.tree === null)
        return record;
    const bytecode = await readParsed(node_path__WEBPACK_IMPORTED_MODULE_1___default().join(folder, noteName), note => {
        return (0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(note) && note.tree === record.tree ? parseBytecode(note.bytecode) : null;
    });
    return { ...record, bytecode: bytecode ?? null };
}
async function readParsed(file, parse) {
    try {
        return parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8')));
    }
    catch {
        return null;
    }
}
function parseRecord(value) {
    if (!(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) || value.layout !== _domain_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .layoutNumber */ .Y0)
        return null;
    const { layout, id, path, archiveSha256, files, digest, tree } = value;
    const python = parsePython(value.python);
    const bytecode = parseBytecode(value.bytecode);
    const isRecord = typeof path === 'string' &&
        isTextOrNull(archiveSha256) &&
        isTextOrNull(digest) &&
        isTextOrNull(tree) &&
        (0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isCount */ .m)(files) &&
        bytecode !== undefined;
    if (!isRecord || python === null || id !== (0,_domain_python_js__WEBPACK_IMPORTED_MODULE_3__/* .pythonId */ .Aw)(python))
        return null;
    return { layout, id, python, path, archiveSha256, files, digest, tree, bytecode };
}
function parsePython(value) {
    if (!(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) || !(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value.version) || !(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value.platform))
        return null;
    const { build, pip } = value;
    const { major, minor, patch, prerelease } = value.version;
    const implementation = _domain_python_js__WEBPACK_IMPORTED_MODULE_3__/* .implementations */ .E5.find(name => name === value.implementation);
    const variant = _domain_python_js__WEBPACK_IMPORTED_MODULE_3__/* .variants */ .HI.find(name => name === value.variant);
    const hashMode = [..._domain_bytecode_js__WEBPACK_IMPORTED_MODULE_6__/* .hashModes */ .dl, null].find(mode => mode === value.hashMode);
    const platform = parsePlatform(value.platform);
    const version = (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVersion */ .ot)(`${major}.${minor}.${patch}${prereleaseText(prerelease)}`);
    if (!implementation || !variant || !platform || !version)
        return null;
    if (typeof build !== 'string' || !isTextOrNull(pip) || hashMode === undefined)
        return null;
    return { implementation, version, variant, build, platform, pip, hashMode };
}
function prereleaseText(value) {
    return (0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value) ? `${value.phase}${value.number}` : '';
}
function parsePlatform({ os: osName, libc: libcName, architecture }) {
    if (!(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(architecture))
        return null;
    const os = _domain_platform_js__WEBPACK_IMPORTED_MODULE_8__/* .oses */ .$m.find(name => name === osName);
    const libc = _domain_platform_js__WEBPACK_IMPORTED_MODULE_8__/* .libcs */ .Mm.find(name => name === libcName);
    const family = _domain_platform_js__WEBPACK_IMPORTED_MODULE_8__/* .architectureFamilies */ .Ai.find(name => name === architecture.family);
    const { level } = architecture;
    return os && libc && family && isTextOrNull(level)
        ? { os, architecture: { family, level }, libc }
        : null;
}
function parseBytecode(value) {
    if (value === null)
        return null;
    if (!(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(value))
        return undefined;
    const { files, uncompilable, seconds } = value;
    const mode = _domain_bytecode_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidationModes */ .BH.find(mode => mode === value.mode);
    if (mode === undefined || !(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isCount */ .m)(files) || !(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isCount */ .m)(uncompilable) || !(0,_domain_parsed_js__WEBPACK_IMPORTED_MODULE_5__/* .isCount */ .m)(seconds)) {
        return undefined;
    }
    return { mode, files, uncompilable, seconds };
}
function isTextOrNull(value) {
    return value === null || typeof value === 'string';
}


/***/ }),

/***/ 8190:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ folderInStaging),
/* harmony export */   q: () => (/* binding */ createStaging)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(241);
/* harmony import */ var _domain_python_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9172);
/* harmony import */ var _io_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2406);
/* harmony import */ var _io_files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3839);
/* harmony import */ var _tool_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3814);







/** The folder, beside the installations and so on their volume, in which jobs prepare new ones. */
const stagingName = 'managed-python-staging';
/** No job runs for longer than this on one step; what is older was left by a job that died. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;
/** Chooses a staging folder; nothing is written yet. */
function createStaging(toolCache) {
    const parent = (0,_tool_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .folderInToolCache */ .eh)(toolCache, stagingName);
    const own = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(parent, (0,_io_files_js__WEBPACK_IMPORTED_MODULE_5__/* .shortRandomName */ .zB)());
    return {
        path: own,
        open: async () => {
            await makeFolder(own, toolCache);
            await sweep(parent, Date.now());
        },
        remove: async () => {
            // Where a file is still open, Windows refuses: the job works all the same, a later one sweeps.
            await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .dM)(own).catch(() => { });
            // Gone with the last job that uses it; while another one does, this refuses.
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(parent).catch(() => { });
        },
    };
}
/**
 * The folder below a job's staging folder in which a Python is made: the same in every job, as its
 * entry in the Actions cache has it, and of no longer path than the installation is going to have.
 */
function folderInStaging(staging, python) {
    return node_path__WEBPACK_IMPORTED_MODULE_1___default().join(staging, (0,_io_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digest */ .b)((0,_domain_python_js__WEBPACK_IMPORTED_MODULE_3__/* .pythonId */ .Aw)(python), 8));
}
async function makeFolder(folder, toolCache) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    }
    catch (error) {
        // Of a read-only disk a recursive mkdir says no more than that something is not there.
        const plain = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname(folder)).catch((error) => error);
        const cause = (0,_io_files_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(plain) === 'EROFS' ? plain : error;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ({
            code: 'DISK_FAILED',
            message: `The tool cache ${toolCache} cannot be written to (${(0,_io_files_js__WEBPACK_IMPORTED_MODULE_5__/* .errorCode */ .CA)(cause) ?? String(cause)}).`,
            hint: 'Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.',
            cause,
        });
    }
}
/** Best effort: another job may sweep at the same time, and the folder may hold what we may not remove. */
async function sweep(parent, nowMs) {
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(parent).catch(() => [])) {
        const folder = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(parent, name);
        const { mtimeMs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(folder).catch(() => ({ mtimeMs: nowMs }));
        if (nowMs - mtimeMs > abandonedAfterMs)
            await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .dM)(folder).catch(() => { });
    }
}


/***/ }),

/***/ 3814:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ installationFolder),
/* harmony export */   eh: () => (/* binding */ folderInToolCache),
/* harmony export */   mk: () => (/* binding */ publish),
/* harmony export */   vE: () => (/* binding */ findInstallations)
/* harmony export */ });
/* unused harmony export installationOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(241);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9128);
/* harmony import */ var _domain_platform_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3013);
/* harmony import */ var _domain_python_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9172);
/* harmony import */ var _domain_version_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3356);
/* harmony import */ var _io_files_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3839);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3510);










/**
 * The folder that an installation lies in: `<tool>/<version>/<arch>`, as `tc.find` wants it. The
 * tool's name is ours alone (setup-python's installers delete their neighbours), and everything
 * that makes a Python another one is part of its arch.
 */
function installationFolder(toolCache, python) {
    const tool = folderInToolCache(toolCache, `managed-${python.implementation}`);
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(tool, (0,_domain_version_js__WEBPACK_IMPORTED_MODULE_8__/* .formatSemver */ .a1)(python.version), archName(python));
}
/**
 * A folder at the root of the tool cache. Jobs in containers see the machine's tool cache in a place
 * of its own, and may be root: they would take each other's installations for misplaced.
 */
function folderInToolCache(toolCache, name) {
    return node_path__WEBPACK_IMPORTED_MODULE_2___default().join(toolCache, toolCache === '/__t' ? `${name}-container` : name);
}
function archName(python) {
    const { platform, variant, build } = python;
    const marks = [variant === 'default' ? null : variant, build, ...(0,_domain_python_js__WEBPACK_IMPORTED_MODULE_5__/* .marksOf */ .Ok)(python)];
    return [(0,_domain_platform_js__WEBPACK_IMPORTED_MODULE_9__/* .targetTriple */ .qK)(platform), ...marks.filter(mark => mark !== null)].join('-');
}
const marker = '.complete';
/** The marker without which `tc.find`, and we, take a folder for unfinished. */
function markerOf(folder) {
    return folder + marker;
}
/** All complete installations in the tool cache. A folder that does not fit its record is none. */
async function findInstallations(toolCache) {
    const folders = [];
    for (const implementation of _domain_python_js__WEBPACK_IMPORTED_MODULE_5__/* .implementations */ .E5) {
        const tool = folderInToolCache(toolCache, `managed-${implementation}`);
        for (const version of await namesIn(tool)) {
            for (const name of await namesIn(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(tool, version))) {
                if (!name.endsWith(marker))
                    continue;
                folders.push(node_path__WEBPACK_IMPORTED_MODULE_2___default().join(tool, version, name.slice(0, -marker.length)));
            }
        }
    }
    const found = await Promise.all(folders.map(readInstallation));
    return found.filter(installation => installation !== null);
}
/** What is not there, or not to be read, has nothing for us. */
async function namesIn(folder) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder).catch(() => []);
}
async function readInstallation(folder) {
    const record = await (0,_record_js__WEBPACK_IMPORTED_MODULE_7__/* .readRecord */ .aE)(folder);
    // A tool cache that was moved: the build configuration inside still names the old place. By another
    // name of the same folder, a link for instance, it is the same installation.
    if (record === null || !(await isSameFolder(record.path, folder)))
        return null;
    const executable = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(folder, (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutOf */ .aH)(record.python).executable);
    const sizeBytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(executable).then(({ size }) => size, () => 0);
    // A machine that loses power leaves files of no length.
    return sizeBytes === 0 ? null : { ...installationOf(record), path: folder };
}
async function isSameFolder(a, b) {
    if (a === b)
        return true;
    const [real, other] = await Promise.all([a, b].map(each => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(each).catch(() => null)));
    return real !== null && real === other;
}
/** An installation as its record has it. */
function installationOf(record) {
    const { python, path, archiveSha256, bytecode } = record;
    return { ...python, path, archiveSha256, bytecode };
}
/**
 * Makes a finished tree the installation, by one rename. Where another job has published the same
 * one meanwhile, theirs stays and is returned; `replace` puts ours in its place instead. Throws an `ActionError`, or the signal's reason.
 */
async function publish(staged, record, { replace, signal }) {
    const folder = record.path;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(folder), { recursive: true });
        for (let attempt = 1;; attempt++) {
            // Looked for beforehand: on Windows, a rename onto it would be tried for seconds. And before
            // its record: a rival's installation that comes in between would seem to have none.
            const occupied = await isThere(folder);
            const theirs = occupied ? await readInstallation(folder) : null;
            if (!replace && theirs !== null && isOf(theirs, record)) {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(markerOf(folder), '');
                return theirs;
            }
            if (occupied)
                await moveAside(folder, node_path__WEBPACK_IMPORTED_MODULE_2___default().dirname(staged));
            await (0,_record_js__WEBPACK_IMPORTED_MODULE_7__/* .writeRecord */ .rh)(staged, { ...record, tree: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() });
            try {
                await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .moveTree */ .E9)(staged, folder);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(markerOf(folder), '');
                return installationOf(record);
            }
            catch (error) {
                if (!isOccupied(error) || attempt === publishAttempts)
                    throw error;
            }
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw publishError(record, error);
    }
}
/** More than the two that a rival needs to get in between once. */
const publishAttempts = 5;
function isOf(installation, record) {
    const { id, archiveSha256 } = record;
    return (0,_domain_python_js__WEBPACK_IMPORTED_MODULE_5__/* .pythonId */ .Aw)(installation) === id && installation.archiveSha256 === archiveSha256;
}
function isOccupied(error) {
    return ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY', 'ENOTDIR'].includes((0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error) ?? '');
}
async function isThere(folder) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).then(() => true, () => false);
}
/** What stood in the way goes to staging in one step, so that nobody sees half of it. */
async function moveAside(folder, staging) {
    const aside = node_path__WEBPACK_IMPORTED_MODULE_2___default().join(staging, `old-${(0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .shortRandomName */ .zB)()}`);
    await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTree */ .dM)(markerOf(folder));
    try {
        await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .renamePatiently */ .bK)(folder, aside);
    }
    catch (error) {
        // A rival has moved it first.
        if ((0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error) === 'ENOENT')
            return;
        // Of another volume, or of a lower layer of an overlay: without its marker nobody trusts it.
        if ((0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(error) === 'EXDEV')
            return await (0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .removeTree */ .dM)(folder);
        // Someone uses it, so it stays what it was.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(markerOf(folder), '').catch(() => { });
        throw error;
    }
}
function publishError(record, cause) {
    return new _domain_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ({
        code: 'DISK_FAILED',
        message: `${(0,_domain_python_js__WEBPACK_IMPORTED_MODULE_5__/* .describePython */ .ut)(record.python)} could not be put in place at ${record.path} (${(0,_io_files_js__WEBPACK_IMPORTED_MODULE_6__/* .errorCode */ .CA)(cause) ?? String(cause)}).`,
        hint: 'Check that the folder is writable and that no running program uses it.',
        cause,
    });
}


/***/ }),

/***/ 985:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ agentFor),
  Y: () => (/* binding */ useAgentsInLibraries)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
var external_node_net_default = /*#__PURE__*/__nccwpck_require__.n(external_node_net_);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
var external_node_tls_default = /*#__PURE__*/__nccwpck_require__.n(external_node_tls_namespaceObject);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(1146);
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
// EXTERNAL MODULE: ./src/io/credentials.ts
var io_credentials = __nccwpck_require__(1046);
// EXTERNAL MODULE: ./src/io/proxy.ts
var io_proxy = __nccwpck_require__(7424);
;// CONCATENATED MODULE: ./src/io/agent.ts








/**
 * The agent for requests to an http(s) address: of the proxy that the environment names, or of
 * none. Through a proxy, https is tunnelled, and plain http asked for as such: proxies tunnel to
 * port 443 alone, as a rule.
 */
function agentFor(url) {
    const proxy = (0,io_proxy/* proxyFor */.iJ)(url, process.env);
    const secure = url.protocol === 'https:';
    if (proxy === null)
        return secure ? new (external_node_https_default()).Agent() : new (external_node_http_default()).Agent();
    return secure ? tunnellingAgent(proxy) : forwardingAgent(proxy);
}
/**
 * Has the runner's libraries use these agents as well, where there is a proxy. Their client has a
 * method for it that is not meant to be replaced: tests of downloads through proxies would tell.
 */
function useAgentsInLibraries() {
    if (!io_proxy/* proxyVariables */.eq.some(name => process.env[name]))
        return;
    Object.assign(lib/* HttpClient */.Qq.prototype, { _getAgent: agentFor });
}
function tunnellingAgent(proxy) {
    const proxyAuth = (0,io_credentials/* credentialsOf */.Y)(proxy);
    const make = proxy.protocol === 'https:' ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
    return make({ proxy: { ...addressOf(proxy), ...(proxyAuth === null ? {} : { proxyAuth }) } });
}
/** Connects to the proxy instead, and asks it for the whole address. */
function forwardingAgent(proxy) {
    const agent = new (external_node_http_default()).Agent();
    const { addRequest } = agent;
    const credentials = (0,io_credentials/* credentialsOf */.Y)(proxy);
    agent.addRequest = (request, options) => {
        request.path = new URL(request.path, `http://${request.getHeader('host')}`).href;
        if (credentials !== null) {
            const encoded = Buffer.from(credentials).toString('base64');
            request.setHeader('proxy-authorization', `Basic ${encoded}`);
        }
        addRequest.call(agent, request, options);
    };
    const { host, port } = addressOf(proxy);
    agent.createConnection = () => {
        return proxy.protocol === 'https:'
            ? external_node_tls_default().connect({ host, port, servername: external_node_net_default().isIP(host) === 0 ? host : '' })
            : external_node_net_default().connect({ host, port });
    };
    return agent;
}
function addressOf({ protocol, hostname, port }) {
    const usual = protocol === 'https:' ? 443 : 80;
    return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port || usual) };
}


/***/ }),

/***/ 8774:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KH: () => (/* binding */ startCode),
/* harmony export */   cs: () => (/* binding */ endSignal),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   v0: () => (/* binding */ startChild),
/* harmony export */   wo: () => (/* binding */ notStartedBy)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);



/** What the event `exit` tells of a process. */
function endOf(code, signal) {
    return signal === null ? { kind: 'exited', code: code ?? -1 } : { kind: 'killed', signal };
}
/** What was thrown, or told later, in place of a process. */
function notStartedBy(reason) {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    return { kind: 'not-started', error };
}
/** The system's code where a process was not started (`EAGAIN`); else `null`. */
function startCode(end) {
    if (end.kind !== 'not-started')
        return null;
    return 'code' in end.error && typeof end.error.code === 'string' ? end.error.code : null;
}
/** The signal that ended a process; else `null`. */
function endSignal(end) {
    return end.kind === 'killed' ? end.signal : null;
}
/** What became of a process, after its name. */
function describeEnd(end) {
    switch (end.kind) {
        case 'exited':
            return `ended with exit code ${end.code}`;
        case 'killed':
            return `was ended by ${end.signal}`;
        case 'not-started':
            return `cannot be started (${end.error.message})`;
    }
}
const stderrTailLength = 4_000;
const drainTimeoutMs = 500;
/** Starts a program, without a shell, for a conversation over its stdin and stdout; never throws. */
function startChild({ file, args, env }) {
    let child;
    try {
        child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, { env, stdio: 'pipe', windowsHide: true });
    }
    catch (error) {
        // Some systems refuse at once what is no program, or one of another processor.
        return notStarted(Promise.resolve(error));
    }
    // Where no more files can be opened, there are no pipes, and an `error` comes later.
    return hasPipes(child) ? follow(child) : notStarted((0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'error').then(([error]) => error));
}
function hasPipes(child) {
    return Boolean(child.stdin && child.stdout && child.stderr);
}
function notStarted(reason) {
    const closed = Object.assign(new Error('there is no such process'), { code: 'EPIPE' });
    const stdin = new node_stream__WEBPACK_IMPORTED_MODULE_2__.Writable({ write: (_chunk, _encoding, done) => done(closed) });
    return {
        stdin: stdin.on('error', () => { }),
        stdout: node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from([]),
        ended: reason.then(notStartedBy),
        stderrTail: () => '',
        kill: () => { },
    };
}
function follow(child) {
    let tail = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        tail = (tail + text).slice(-stderrTailLength);
    });
    // Writing to a process that is gone: `ended` says so, and says more.
    child.stdin.on('error', () => { });
    const ended = new Promise(resolve => {
        child.once('error', error => {
            // Also raised where a kill fails; then an exit is still to come.
            if (child.pid === undefined)
                resolve(notStartedBy(error));
        });
        child.once('exit', (code, signal) => {
            // Its last words may still be in the pipes. A grandchild can hold those open for ever.
            const drain = setTimeout(() => {
                child.stdout.destroy();
                child.stderr.destroy();
            }, drainTimeoutMs);
            child.once('close', () => {
                clearTimeout(drain);
                resolve(endOf(code, signal));
            });
        });
    });
    return {
        stdin: child.stdin,
        stdout: child.stdout,
        ended,
        stderrTail: () => tail.trim(),
        kill: () => void child.kill('SIGKILL'),
    };
}


/***/ }),

/***/ 8029:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qd: () => (/* binding */ CommandError),
/* harmony export */   bn: () => (/* binding */ explainCommand),
/* harmony export */   d1: () => (/* binding */ runCommand),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8774);
/* harmony import */ var _waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5155);


/** A program that could not be started, failed, or did not end in time. */
class CommandError extends Error {
    stderr;
    /** `null`: it was ended as it took too long. */
    end;
    constructor(message, stderr, end = null) {
        const cause = end?.kind === 'not-started' ? end.error : undefined;
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'CommandError';
        this.stderr = stderr;
        this.end = end;
    }
}
/**
 * What a program writes to its standard output. Where it takes too long or `signal` says so, it is
 * ended and waited for. No shell. Throws a `CommandError`, or the signal's reason.
 */
async function runCommand(file, args, { env, timeoutMs, signal }) {
    signal.throwIfAborted();
    const child = (0,_child_js__WEBPACK_IMPORTED_MODULE_0__/* .startChild */ .v0)({ file, args, env });
    child.stdin.end();
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
        output += text;
    });
    const deadline = (0,_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .startDeadline */ .d)(timeoutMs);
    const stop = AbortSignal.any([signal, deadline.signal]);
    stop.addEventListener('abort', child.kill, { once: true });
    const end = await child.ended;
    deadline.clear();
    const isLate = deadline.signal.aborted;
    stop.removeEventListener('abort', child.kill);
    signal.throwIfAborted();
    if (end.kind === 'exited' && end.code === 0)
        return output;
    const message = isLate ? `did not end within ${timeoutMs / 1000} s` : (0,_child_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .lA)(end);
    throw new CommandError(message, lastLines(child.stderrTail()), isLate ? null : end);
}
/** What went wrong with a program, and its last words. */
function explainCommand({ message, stderr, }) {
    return [message, stderr].filter(Boolean).join(': ');
}
/** The end of what a program complained of: what a person needs to see of it. */
function lastLines(text, count = 10) {
    return text.trimEnd().split('\n').slice(-count).join('\n');
}


/***/ }),

/***/ 1046:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ decode),
/* harmony export */   Y: () => (/* binding */ credentialsOf)
/* harmony export */ });
/** `user:password` of an address, decoded; `null` where it has none. */
function credentialsOf({ username, password }) {
    if (username === '' && password === '')
        return null;
    return `${decode(username)}:${decode(password)}`;
}
/** A lone `%` in a password is not an escape, and stays. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 2406:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ digest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** The start of a text's SHA-256, in hexadecimal: what tells keys apart, and vouches for nothing. */
function digest(text, length = 32) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, length);
}


/***/ }),

/***/ 476:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf)
/* harmony export */ });
/** What an error says; of what was thrown and is none, its text. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   E9: () => (/* binding */ moveTree),
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Vd: () => (/* binding */ isProgram),
/* harmony export */   bK: () => (/* binding */ renamePatiently),
/* harmony export */   dM: () => (/* binding */ removeTree),
/* harmony export */   lo: () => (/* binding */ writeFileAtomically),
/* harmony export */   zB: () => (/* binding */ shortRandomName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);




/** Windows refuses these for as long as a virus scanner or an indexer holds a file open. */
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES']);
const busyAttempts = 8;
const busyDelayMs = 50;
/**
 * Renames a file or folder within one volume, with the patience that Windows needs; with none where a
 * folder has the name already, as Windows renames nothing onto one, however long it takes.
 */
async function renamePatiently(from, to, platform = process.platform) {
    for (let attempt = 1;; attempt++) {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(from, to);
        }
        catch (error) {
            const busy = platform === 'win32' && busyCodes.has(errorCode(error) ?? '');
            if (!busy || attempt === busyAttempts || (await isFolder(to)))
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(busyDelayMs * 2 ** (attempt - 1));
        }
    }
}
async function isFolder(name) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(name).then(found => found.isDirectory(), () => false);
}
/**
 * Moves a file or tree to a place where nothing is. To another volume it is copied beside that place
 * first, with its links and times, so that it appears there whole.
 */
async function moveTree(from, to) {
    try {
        await renamePatiently(from, to);
    }
    catch (error) {
        if (errorCode(error) !== 'EXDEV')
            throw error;
        const copy = `${to}.${shortRandomName()}`;
        try {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.cp)(from, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
            await renamePatiently(copy, to);
        }
        catch (cause) {
            await removeTree(copy);
            throw cause;
        }
        await removeTree(from);
    }
}
/** Writes a file so that readers see the old text or the new one and nothing between. */
async function writeFileAtomically(file, text) {
    const temporary = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, text);
        await renamePatiently(temporary, file);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
}
/** Removes a file or a tree, if it is there. */
async function removeTree(tree) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(tree, { recursive: true, force: true, maxRetries: 5, retryDelay: busyDelayMs });
}
/** The system's code of an error (`ENOENT`), or `null` where it has none. */
function errorCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : null;
}
/** A name that nobody else has, of eight characters: paths grow long, and Windows' programs take 259. */
function shortRandomName() {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8);
}
/** Whether a path is a folder or lies below it; both absolute. */
function isInside(folder, candidate, paths = (node_path__WEBPACK_IMPORTED_MODULE_2___default())) {
    const relative = paths.relative(folder, candidate);
    return relative !== '..' && !relative.startsWith(`..${paths.sep}`) && !paths.isAbsolute(relative);
}
/** Whether its owner may run it: all of a mode that packing keeps on every system, whatever the umask. */
function isProgram(mode) {
    return process.platform !== 'win32' && (mode & 0o100) !== 0;
}


/***/ }),

/***/ 2224:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readHostFacts),
/* harmony export */   z: () => (/* binding */ readSystemFacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/**
 * On some systems one or another of these is a script, a static program or missing. The running
 * Node comes last: a container may have been given one that is not the system's.
 */
const systemPrograms = ['/bin/sh', '/usr/bin/env', '/bin/dash', '/bin/ls', process.execPath];
const loaderFolders = ['/lib', '/lib64'];
const headerBytes = 64 * 1024;
/**
 * What the machine says about itself, for `platformOf` to read; never throws, what cannot be read
 * is left out.
 */
async function readHostFacts() {
    const linux = process.platform === 'linux';
    const [programs, loaders] = await Promise.all([
        Promise.all(linux ? systemPrograms.map(readHeader) : []),
        Promise.all(linux ? loaderFolders.map(listLoaders) : []),
    ]);
    return {
        nodePlatform: process.platform,
        nodeArch: process.arch,
        machine: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.machine)(),
        programs: programs.filter(bytes => bytes !== null),
        loaders: loaders.flat(),
    };
}
/** What the machine says of its system, for `systemIdentity` to read; never throws. */
async function readSystemFacts() {
    const osRelease = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)('/etc/os-release', 'utf8').catch(() => '');
    return { nodePlatform: process.platform, release: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)(), osRelease };
}
async function readHeader(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path), true);
            const { buffer, bytesRead } = await file.read(new Uint8Array(headerBytes), 0, headerBytes, 0);
            return buffer.subarray(0, bytesRead);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return null;
    }
}
async function listLoaders(folder) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder)).filter(name => name.startsWith('ld'));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 8494:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j$: () => (/* binding */ HttpError),
  q5: () => (/* binding */ getBytes),
  Q5: () => (/* binding */ getIfChanged),
  Rh: () => (/* binding */ getRedirect),
  YC: () => (/* binding */ getSize),
  q4: () => (/* binding */ getText),
  Mn: () => (/* binding */ streamLines)
});

// UNUSED EXPORTS: retryAfterMs

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./src/io/error-message.ts
var error_message = __nccwpck_require__(476);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_);
// EXTERNAL MODULE: ./src/io/agent.ts + 1 modules
var agent = __nccwpck_require__(985);
;// CONCATENATED MODULE: ./src/io/send-http.ts




const maxRedirects = 20;
const agentName = 'setup-managed-python';
/**
 * The answer of an http(s) server, whose body is yet to be read or destroyed. Goes through the
 * proxy that the environment names. Credentials
 * stay with the origin that they were meant for. Throws what the network throws.
 *
 * `fetch` does the same, but takes 25 ms to load, in a job that may take 60 ms in all.
 */
async function sendHttp(url, options) {
    let target = url;
    for (let count = 0; count <= maxRedirects; count++) {
        const { authorization: _, ...anonymous } = options.headers;
        const headers = target.origin === url.origin ? options.headers : anonymous;
        const response = await sendOnce(target, { ...options, headers });
        const next = options.followRedirects ? redirectOf(response, target) : null;
        if (next === null)
            return response;
        response.destroy();
        refuseDowngrade(target, next);
        target = next;
    }
    throw new Error(`more than ${maxRedirects} redirects`);
}
async function sendOnce(url, options) {
    const { method, headers, signal } = options;
    const { request } = url.protocol === 'https:' ? (external_node_https_default()) : (external_node_http_default());
    const sent = request(url, {
        method,
        headers: { 'user-agent': agentName, ...headers },
        agent: (0,agent/* agentFor */.P)(url),
        signal,
    });
    sent.end();
    const [response] = (await (0,external_node_events_.once)(sent, 'response'));
    return response;
}
/** Where an answer sends us; `null`: it does not. */
function redirectOf({ statusCode = 0, headers: { location } }, from) {
    const redirects = statusCode >= 300 && statusCode < 400 && location !== undefined;
    return redirects ? new URL(location, from) : null;
}
/** Throws where a redirect leads out of https. */
function refuseDowngrade(from, to) {
    if (from.protocol === 'https:' && to.protocol !== 'https:') {
        throw new Error(`a redirect from https to ${to.protocol}//${to.host}`);
    }
}

// EXTERNAL MODULE: ./src/io/waiting.ts
var waiting = __nccwpck_require__(5155);
;// CONCATENATED MODULE: ./src/io/http.ts





/** An answer that is no success, or no answer at all (`status` is `null` then). */
class HttpError extends Error {
    status;
    /** Whether asking again may help. */
    transient;
    retryAfterMs;
    constructor(message, failure = {}) {
        super(message, failure.cause === undefined ? undefined : { cause: failure.cause });
        this.name = 'HttpError';
        this.status = failure.status ?? null;
        this.transient = failure.transient ?? false;
        this.retryAfterMs = failure.retryAfterMs ?? null;
    }
}
/** The longest that a server's Retry-After can make us wait. */
const maxRetryAfterMs = 10_000;
/**
 * The body found at an http(s) URL. Goes through the proxy that the environment names; server
 * errors, 429 and network failures are tried again. Throws an `HttpError`.
 */
async function getBytes(url, options) {
    const headers = { 'accept-encoding': 'gzip', ...options.headers };
    return await get(url, { ...options, headers, followRedirects: true }, async (response) => {
        if (!isOk(response))
            throw answerError(response);
        return await readBytes(response, options.maxBytes);
    });
}
/** The same, as text. */
async function getText(url, options) {
    return new TextDecoder().decode(await getBytes(url, options));
}
/** The text at an http(s) URL, unless it is still the one with this mark: `null` then. Throws as `getBytes` does. */
async function getIfChanged(url, etag, options) {
    const known = etag === null ? {} : { 'if-none-match': etag };
    const headers = { 'accept-encoding': 'gzip', ...options.headers, ...known };
    return await get(url, { ...options, headers, followRedirects: true }, async (response) => {
        if (etag !== null && response.statusCode === 304)
            return null;
        if (!isOk(response))
            throw answerError(response);
        const text = new TextDecoder().decode(await readBytes(response, options.maxBytes));
        return { text, etag: response.headers.etag ?? null };
    });
}
/**
 * Hands each line at an http(s) URL to `take` as it arrives, and stops reading where that answers
 * `false`. In one attempt, as lines cannot be taken back. Throws an `HttpError`, or what `take` does.
 */
async function streamLines(url, options, take) {
    const headers = { 'accept-encoding': 'gzip', ...options.headers };
    const once = { ...options, headers, attempts: 1, retryDelayMs: 0, followRedirects: true };
    await get(url, once, async (response) => {
        if (!isOk(response))
            throw answerError(response);
        const decoder = new TextDecoder();
        let rest = '';
        for await (const chunk of bodyOf(response, options.maxBytes)) {
            const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
            rest = lines.pop() ?? '';
            if (!lines.every(take))
                return;
        }
        if (rest !== '')
            take(rest);
    });
}
/** Where an http(s) URL redirects to; `null`: it does not. As `getBytes` does, throws an `HttpError`. */
async function getRedirect(url, options) {
    return await get(url, { ...options, followRedirects: false }, async (response) => {
        if ((response.statusCode ?? 0) >= 400)
            throw answerError(response);
        const next = redirectOf(response, url);
        if (next !== null)
            refuseDowngrade(url, next);
        return next;
    });
}
/** How many bytes an http(s) URL would answer with; `null` where it does not say. */
async function getSize(url, { headers = {}, timeoutMs }) {
    const { signal, clear } = (0,waiting/* startDeadline */.d)(timeoutMs);
    try {
        const options = { method: 'HEAD', headers, signal, followRedirects: true };
        const response = await sendHttp(url, options);
        response.destroy();
        const length = response.headers['content-length'];
        return isOk(response) && length !== undefined ? Number(length) : null;
    }
    finally {
        clear();
    }
}
async function get(url, options, read) {
    for (let attempt = 1;; attempt++) {
        try {
            return await getOnce(url, options, read);
        }
        catch (error) {
            const again = error instanceof HttpError && error.transient && attempt < options.attempts;
            if (!again || options.signal?.aborted)
                throw error;
            const backoffMs = options.retryDelayMs * 2 ** (attempt - 1);
            await (0,promises_.setTimeout)(error.retryAfterMs ?? backoffMs, undefined, { signal: options.signal });
        }
    }
}
async function getOnce(url, options, read) {
    const { headers = {}, followRedirects, timeoutMs } = options;
    const deadline = (0,waiting/* startDeadline */.d)(timeoutMs);
    const signals = [deadline.signal, options.signal].filter(each => each !== undefined);
    const signal = AbortSignal.any(signals);
    try {
        const response = await sendHttp(url, { method: 'GET', headers, signal, followRedirects });
        try {
            return await read(response);
        }
        finally {
            response.destroy();
        }
    }
    catch (error) {
        if (error instanceof HttpError)
            throw error;
        const late = `no complete answer within ${timeoutMs / 1000} s`;
        const message = deadline.signal.aborted ? late : reason(error);
        throw new HttpError(message, { transient: true, cause: error });
    }
    finally {
        deadline.clear();
    }
}
function isOk({ statusCode = 0 }) {
    return statusCode >= 200 && statusCode < 300;
}
function answerError({ statusCode: status = 0, statusMessage, headers, }) {
    const transient = status === 408 || status === 429 || status >= 500;
    const failure = { status, transient, retryAfterMs: retryAfterMs(headers['retry-after']) };
    return new HttpError(`HTTP ${status} ${statusMessage ?? ''}`.trim(), failure);
}
function gunzip(response) {
    // Loaded here, as a job that finds all in the tool cache can do without.
    const { createGunzip } = process.getBuiltinModule('node:zlib');
    return (0,external_node_stream_.pipeline)(response, createGunzip(), () => { });
}
async function readBytes(response, maxBytes) {
    const chunks = [];
    for await (const chunk of bodyOf(response, maxBytes))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
async function* bodyOf(response, maxBytes) {
    const packed = /^(?:x-)?gzip$/i.test(response.headers['content-encoding']?.trim() ?? '');
    let sizeBytes = 0;
    for await (const chunk of packed ? gunzip(response) : response) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) {
            throw new HttpError(`more than ${maxBytes} bytes`, { status: response.statusCode ?? null });
        }
        yield chunk;
    }
}
/** Retry-After in milliseconds, from seconds or a date; `null` where there is none that makes sense. */
function retryAfterMs(value, nowMs = Date.now()) {
    if (value === undefined)
        return null;
    const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
    return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), maxRetryAfterMs);
}
/** Where a host has several addresses, each of them has failed for a reason of its own. */
function reason(error) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    return (0,error_message/* messageOf */.b)(first);
}


/***/ }),

/***/ 771:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q9: () => (/* binding */ captureOutput),
  IT: () => (/* binding */ drainOutput),
  Se: () => (/* binding */ readLines)
});

;// CONCATENATED MODULE: external "node:async_hooks"
const external_node_async_hooks_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
;// CONCATENATED MODULE: ./src/io/output.ts

const takers = new external_node_async_hooks_namespaceObject.AsyncLocalStorage();
let installed = false;
/**
 * Does work of a library that writes to stdout as it goes: `take` gets what that work writes, and
 * the log gets none of it. What is written at the same time by others, or by `take`, goes its
 * usual way.
 */
function captureOutput(take, work) {
    if (!installed)
        install();
    return takers.run(take, work);
}
/** Once for the process: the calls run side by side, and end in any order. */
function install() {
    installed = true;
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (chunk, ...rest) => {
        const take = takers.getStore();
        if (take === undefined)
            return write(chunk, ...rest);
        // What it makes of that, it may write itself.
        takers.exit(take, Buffer.from(chunk).toString());
        return true;
    };
}
/**
 * Resolves when the reader of stdout has taken everything, or is gone. A process that exits earlier
 * loses what does not fit into the pipe, and the last line is the one that matters most.
 */
async function drainOutput() {
    const { promise, resolve } = Promise.withResolvers();
    process.stdout.write('', () => resolve());
    await promise;
}
/** The lines of what a library wrote, its commands for the runner as plain text; pure. */
function readLines(text) {
    return text
        .split(/\r?\n/)
        .filter(line => line !== '' && !line.startsWith('::add-mask::'))
        .map(readLine);
}
function readLine(line) {
    const command = /^::(debug|notice|warning|error)::(.*)$/.exec(line);
    if (command === null)
        return { isDebug: false, text: line };
    const [, level, message = ''] = command;
    const text = message.replaceAll('%0D', '').replaceAll('%0A', ' ').replaceAll('%25', '%');
    return { isDebug: level === 'debug', text };
}


/***/ }),

/***/ 2077:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   No: () => (/* binding */ plainLanguage),
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   aK: () => (/* binding */ stepEnvironment)
/* harmony export */ });
/** What a program needs to find its files and write temporary ones. */
const names = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    // The runner looks for it in what a job leaves running, to end it.
    'RUNNER_TRACKING_ID',
]);
const windowsNames = new Set([
    ...names,
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'PATHEXT',
    'USERPROFILE',
    'USERNAME',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'NUMBER_OF_PROCESSORS',
    'PROCESSOR_ARCHITECTURE',
]);
/**
 * Variables for programs whose complaints we read, and whose file names may be in any language:
 * English and UTF-8. Windows has no such variables, and macOS no language without a country.
 */
function plainLanguage(platform) {
    if (platform === 'win32')
        return {};
    return { LC_ALL: platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}
/**
 * The variables that a child process gets: a list of what is allowed, so that the job's tokens,
 * inputs and `PYTHON*` settings stay outside without anyone having to think of their names.
 */
function childEnvironment(env, platform) {
    const isAllowed = (name) => platform === 'win32' ? windowsNames.has(name.toUpperCase()) : names.has(name);
    const allowed = { ...plainLanguage(platform) };
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && isAllowed(name))
            allowed[name] = value;
    }
    return allowed;
}
/** What this step has and a `run` step of the same job does not. */
const ownVariables = /^(INPUT_|STATE_|ACTIONS_RUNTIME_|ACTIONS_RESULTS_URL$|ACTIONS_CACHE_)/i;
/** The environment that a `run` step would have here: without our inputs, and the cache's token. */
function stepEnvironment(env) {
    const kept = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !ownVariables.test(name))
            kept[name] = value;
    }
    return kept;
}


/***/ }),

/***/ 1619:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ ownGroup),
/* harmony export */   N: () => (/* binding */ endGroup)
/* harmony export */ });
/** Whether processes have groups here; Windows ends what a process has started with it (libuv's job). */
const hasGroups = process.platform !== 'win32';
/** What to start a process with, so that it has a group of its own. */
const ownGroup = { detached: hasGroups, windowsHide: true };
/** Ends a process that has a group of its own, and all that it has started; it may have ended already. */
function endGroup(pid) {
    try {
        process.kill(hasGroups ? -pid : pid, 'SIGKILL');
    }
    catch {
        // It has just ended by itself.
    }
}


/***/ }),

/***/ 7424:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   YR: () => (/* binding */ parseProxy),
/* harmony export */   eq: () => (/* binding */ proxyVariables),
/* harmony export */   iJ: () => (/* binding */ proxyFor)
/* harmony export */ });
/* unused harmony export goesDirectly */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

/** The variables that name a proxy, by the protocol of what is asked for; the first that is set counts. */
const names = {
    'http:': ['http_proxy', 'HTTP_PROXY'],
    'https:': ['https_proxy', 'HTTPS_PROXY'],
};
/** All of them, and what stands for another address in them. */
const proxyVariables = Object.values(names).flat();
/** The proxy that the environment has for an http(s) address; `null`: none. */
function proxyFor(url, env) {
    const variables = url.protocol === 'https:' ? names['https:'] : names['http:'];
    const text = variables.map(name => env[name]?.trim() ?? '').find(value => value !== '');
    const proxy = text === undefined ? null : parseProxy(text);
    return proxy === null || goesDirectly(url, env.no_proxy || env.NO_PROXY || '') ? null : proxy;
}
/** Reads the address of a proxy, as a rule without its scheme; `null` where it is no http(s) address. */
function parseProxy(text) {
    const url = URL.parse(text.includes('://') ? text : `http://${text}`);
    return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
}
/**
 * Whether `no_proxy` names an address: by its host, by a domain above it (`example.org`,
 * `.example.org`, `*.example.org`), by a network (`10.0.0.0/8`), each perhaps with a port, or by `*`.
 * This machine is never asked for through a proxy.
 */
function goesDirectly(url, noProxy) {
    const host = withoutBrackets(url.hostname);
    if (host === 'localhost' || contains('127.0.0.0/8', host) || host === '::1')
        return true;
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some(entry => {
        const [, name = '', only = port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
        return isNamed(host, entry) || (only === port && isNamed(host, name));
    });
}
function isNamed(host, entry) {
    const name = withoutEnd(withoutBrackets(entry).replace(/^\*?\./, ''));
    const asked = withoutEnd(host);
    if (name === '')
        return false;
    return name === '*' || asked === name || asked.endsWith(`.${name}`) || contains(name, host);
}
/** Whether a network, as `10.0.0.0/8` or `fd00::/8`, has an address; without its size it is one address, however spelled. */
function contains(network, address) {
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    const [start = '', bits = family === 4 ? '32' : '128'] = network.split('/');
    if (family === 0 || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(start) !== family || !/^\d{1,3}$/.test(bits))
        return false;
    if (Number(bits) > (family === 4 ? 32 : 128))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    const type = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(start, Number(bits), type);
    return list.check(address, type);
}
/** A name that is complete may end in a dot, and is the same without. */
function withoutEnd(host) {
    return host.replace(/\.$/, '');
}
function withoutBrackets(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}


/***/ }),

/***/ 5155:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createWaitMeter),
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
/** More often than any limit is passed, and seldom enough to cost nothing. */
const stepMs = 250;
/**
 * A meter of the time, in milliseconds, that this process has waited for others since it was read
 * last, but at most `mostMs`. What it had to do itself does not count, nor does the time in which
 * it had no processor or its machine slept: nobody else is to blame for those.
 */
function createWaitMeter() {
    let before = performance.eventLoopUtilization().idle;
    return mostMs => {
        const { idle } = performance.eventLoopUtilization();
        const waitedMs = Math.min(idle - before, mostMs);
        before = idle;
        return waitedMs;
    };
}
/** Starts a limit of this many milliseconds of waiting; by itself it keeps no process alive. */
function startDeadline(limitMs) {
    const controller = new AbortController();
    const everyMs = Math.min(limitMs, stepMs);
    const read = createWaitMeter();
    let waitedMs = 0;
    const timer = setInterval(() => {
        waitedMs += read(everyMs);
        if (waitedMs < limitMs)
            return;
        clearInterval(timer);
        controller.abort();
    }, everyMs).unref();
    return {
        signal: controller.signal,
        refresh: () => {
            waitedMs = 0;
        },
        clear: () => clearInterval(timer),
    };
}


/***/ }),

/***/ 996:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __nccwpck_require__(6058);
// EXTERNAL MODULE: ./src/domain/bytecode.ts
var bytecode = __nccwpck_require__(8113);
// EXTERNAL MODULE: ./src/domain/errors.ts
var errors = __nccwpck_require__(241);
;// CONCATENATED MODULE: ./src/domain/elf.ts
const magic = [0x7f, 0x45, 0x4c, 0x46];
const programInterpreter = 3;
/**
 * The path of the dynamic loader that a program asks for (`PT_INTERP`), from the program's first
 * bytes; `null` where it is no ELF file, asks for none, or names it further on than these bytes.
 */
function elfInterpreter(bytes) {
    if (bytes.length < 64 || magic.some((byte, i) => bytes[i] !== byte))
        return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const is64 = bytes[4] === 2;
    const little = bytes[5] === 1;
    const word = (offset) => is64 ? Number(view.getBigUint64(offset, little)) : view.getUint32(offset, little);
    const table = word(is64 ? 32 : 28);
    const entrySize = view.getUint16(is64 ? 54 : 42, little);
    const entryCount = view.getUint16(is64 ? 56 : 44, little);
    for (let i = 0; i < entryCount; i += 1) {
        const entry = table + i * entrySize;
        if (entry + (is64 ? 56 : 32) > bytes.length)
            return null;
        if (view.getUint32(entry, little) !== programInterpreter)
            continue;
        const start = word(entry + (is64 ? 8 : 4));
        const end = start + word(entry + (is64 ? 32 : 16));
        if (end > bytes.length)
            return null;
        const text = new TextDecoder().decode(bytes.subarray(start, end));
        return text.split('\0', 1)[0] || null;
    }
    return null;
}
/**
 * The C library that a dynamic loader belongs to, told from its file name: `ld-musl-x86_64.so.1`,
 * `ld-linux-armhf.so.3`; `null` where the name says nothing.
 */
function libcOfInterpreter(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name.startsWith('ld-musl-'))
        return 'musl';
    if (name.startsWith('ld-linux-armhf.so'))
        return 'gnueabihf';
    // 32-bit ARM with floats in integer registers; 32-bit x86 has `ld-linux.so.2`.
    if (name === 'ld-linux.so.3')
        return 'gnueabi';
    return name.startsWith('ld-linux') || name.startsWith('ld64.so') ? 'gnu' : null;
}

// EXTERNAL MODULE: ./src/domain/platform.ts
var domain_platform = __nccwpck_require__(3013);
;// CONCATENATED MODULE: ./src/domain/host-platform.ts



const operatingSystems = {
    linux: 'linux',
    darwin: 'darwin',
    win32: 'windows',
};
const families = {
    x64: 'x86_64',
    arm64: 'aarch64',
    ia32: 'i686',
    arm: 'armv7',
    ppc64: 'powerpc64le',
    riscv64: 'riscv64',
    s390x: 's390x',
};
/** The platform that this machine's Pythons are built for; throws where nobody builds any. */
function platformOf(facts) {
    const os = operatingSystems[facts.nodePlatform];
    // Node says `arm` for both, and there are no builds for the older one.
    const family = facts.machine.startsWith('armv6') ? undefined : families[facts.nodeArch];
    if (os === undefined || family === undefined) {
        throw new errors/* ActionError */.lZ({
            code: 'REQUEST_UNMATCHED',
            message: `There are no Python builds for this machine (${facts.nodePlatform} ${facts.nodeArch} ${facts.machine}).`,
            hint: 'Run the job on Linux, macOS or Windows, on a processor that python-build-standalone builds for.',
        });
    }
    return {
        os,
        architecture: { family, level: null },
        libc: os === 'linux' ? (detectLibc(facts) ?? (0,domain_platform/* usualLibc */.N2)(family)) : 'none',
    };
}
/** The C library of the system's own programs or, where they are static or scripts, of its loaders. */
function detectLibc({ programs, loaders }) {
    const interpreters = programs.map(elfInterpreter).filter(path => path !== null);
    const found = [...interpreters, ...loaders].map(libcOfInterpreter).filter(libc => libc !== null);
    // With both installed (no program answered), glibc is the system's own more often.
    return interpreters.length === 0
        ? (found.find(libc => libc !== 'musl') ?? found[0] ?? null)
        : (found[0] ?? null);
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
;// CONCATENATED MODULE: ./src/domain/list-sources.ts
/** The list that uv publishes, with every implementation and the newest build of each version. */
const publishedList = 'https://raw.githubusercontent.com/astral-sh/uv/main/crates/uv-python-managed/download-metadata.json';
/** Where Astral has its releases; `UV_ASTRAL_MIRROR_URL` takes its place. */
const astralReleases = 'https://releases.astral.sh/';
/** All releases of python-build-standalone, the newest first, a line each: below `astralReleases`. */
const releasesPath = 'github/versions/main/v1/python-build-standalone.ndjson';
/** The archives of python-build-standalone: below `astralReleases`. */
const archivesPath = 'github/python-build-standalone/releases/download/';

// EXTERNAL MODULE: ./src/domain/python.ts
var domain_python = __nccwpck_require__(9172);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
var external_node_path_default = /*#__PURE__*/__nccwpck_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/domain/redact.ts
const scheme = /\b[a-z][a-z\d+.-]{0,20}:\/\//.source;
const credentials = new RegExp(`(${scheme})[^\\s/?#]*@`, 'gi');
/** Without the punctuation that a sentence puts behind an address. */
const query = new RegExp(`(${scheme}[^\\s?#'"<>]*\\?)([^\\s#'"<>]*?)(?=[:;,.)]*(?:[\\s#'"<>]|$))`, 'gi');
/**
 * A text that may be printed: credentials in addresses are left out, and so are the values of their
 * queries, as there is no telling a signature or a token from a mere number.
 */
function redact(text) {
    return text
        .replace(credentials, '$1***@')
        .replace(query, (_, address, values) => {
        const parts = values.split('&').map(part => part.replace(/^([^=]*=)?.*$/, '$1***'));
        return address + parts.join('&');
    });
}

// EXTERNAL MODULE: ./src/io/credentials.ts
var io_credentials = __nccwpck_require__(1046);
;// CONCATENATED MODULE: ./src/inputs/input-reader.ts

/** Reads inputs as the runner hands them over: `INPUT_` and the name in upper case. */
function inputReader(env) {
    const names = new Set();
    const read = (name) => {
        names.add(name);
        return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() ?? '';
    };
    return Object.assign(read, { names });
}
const yamlBooleans = new Map([
    ...['true', 'True', 'TRUE'].map(word => [word, true]),
    ...['false', 'False', 'FALSE'].map(word => [word, false]),
]);
/** A YAML 1.2 boolean; anything else is an `ActionError` that names the input. */
function parseBoolean(name, text) {
    const value = yamlBooleans.get(text);
    if (value === undefined)
        throw invalid(`The input ${name}`, text, 'true or false');
    return value;
}
const boolish = new Map([
    ...['1', 'true', 't', 'yes', 'y', 'on'].map(word => [word, true]),
    ...['0', 'false', 'f', 'no', 'n', 'off'].map(word => [word, false]),
]);
/** The booleans that uv accepts in its variables, `null` where the variable is unset or empty. */
function boolishVariable(env, name) {
    const text = env[name]?.trim() ?? '';
    if (text === '')
        return null;
    const value = boolish.get(text.toLowerCase());
    if (value === undefined)
        throw invalid(`The variable ${name}`, text, 'true or false');
    return value;
}
/** One of a few words; anything else is an `ActionError` that lists them. */
function parseWord(what, text, words) {
    const word = words.find(candidate => candidate === text);
    if (word === undefined)
        throw invalid(what, text, `one of ${words.join(', ')}`);
    return word;
}
/** The error for an input or variable that makes no sense. */
function invalid(what, text, expected) {
    return new errors/* ActionError */.lZ({
        code: 'INPUT_INVALID',
        message: `${what} is ${JSON.stringify(text.slice(0, 100))}.`,
        hint: `Set it to ${expected}.`,
    });
}

;// CONCATENATED MODULE: ./src/inputs/address.ts





const protocols = ['https:', 'http:', 'file:'];
/**
 * The address that an input or variable names: an http(s) or file URL, or a path, which is resolved
 * against the workspace. Credentials in a URL become a header, so that no message can show them.
 * Anything else is an `ActionError` that names `what`.
 */
function parseAddress(what, text, workspace) {
    // A drive letter is no scheme: C:\mirror is a path.
    if (!/^[a-z][a-z0-9+.-]+:/i.test(text)) {
        return { url: (0,external_node_url_.pathToFileURL)(external_node_path_default().resolve(workspace, text)), authorization: null };
    }
    const url = URL.parse(text);
    if (url === null || !protocols.includes(url.protocol)) {
        // No address at all, it may have its credentials anywhere.
        throw invalid(what, redact(text.replace(/\/\/.*@/, '//***@')), 'an http(s) URL, a file:// URL or a path');
    }
    const credentials = (0,io_credentials/* credentialsOf */.Y)(url);
    url.username = '';
    url.password = '';
    return { url, authorization: credentials === null ? null : basic(credentials) };
}
function basic(credentials) {
    return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

// EXTERNAL MODULE: ./src/io/proxy.ts
var proxy = __nccwpck_require__(7424);
;// CONCATENATED MODULE: ./src/inputs/check-proxies.ts



/** Throws an `ActionError` that names the variable where one for a proxy holds no address of one. */
function checkProxies(env) {
    for (const name of proxy/* proxyVariables */.eq) {
        const text = env[name]?.trim() ?? '';
        if (text === '' || (0,proxy/* parseProxy */.YR)(text) !== null)
            continue;
        const shown = redact(text.replace(/^.*@/, '***@'));
        throw invalid(`The variable ${name}`, shown, 'the http(s) address of a proxy, or leave it unset');
    }
}

// EXTERNAL MODULE: ./src/domain/quote.ts
var quote = __nccwpck_require__(6276);
;// CONCATENATED MODULE: ./src/inputs/input-names.ts


/** Inputs of setup-python; for those that we do not have, there is a way out in the documentation. */
const setupPythonInputs = ['cache', 'cache-dependency-path', 'pip-install'];
/**
 * Looks at the inputs that a workflow gives besides the known ones. The runner warns of them, but
 * goes on: a `python_version` would be passed over, and another Python installed. Returns notices;
 * a name that is close to a known one is an `ActionError`.
 */
function checkInputNames(env, known) {
    const unknown = Object.entries(env)
        .filter(([name, value]) => name.startsWith('INPUT_') && value?.trim())
        .map(([name]) => name.slice('INPUT_'.length).toLowerCase())
        .filter(name => !known.includes(name));
    const foreign = unknown.filter(name => setupPythonInputs.includes(name));
    for (const name of unknown) {
        const meant = foreign.includes(name) ? undefined : known.find(other => isClose(name, other));
        if (meant === undefined)
            continue;
        throw new errors/* ActionError */.lZ({
            code: 'INPUT_INVALID',
            message: `There is no input ${(0,quote/* quote */.h)(name)}.`,
            hint: `Did you mean '${meant}'?`,
        });
    }
    return foreign.map(name => {
        return `The input ${name} of setup-python does not exist here and is ignored: docs/migration.md of this action says what to use instead.`;
    });
}
/** Whether two names differ in their separators only, or by a slip of the finger or two. */
function isClose(given, known) {
    const letters = given.replaceAll(/[^a-z0-9]/g, '');
    const knownLetters = known.replaceAll('-', '');
    const slips = Math.min(2, Math.floor(knownLetters.length / 5));
    return distanceOf(letters, knownLetters) <= slips;
}
/** How many letters must be added, taken away or replaced to get from one word to the other. */
function distanceOf(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (const [index, letter] of [...from].entries()) {
        const next = [index + 1];
        for (const [column, other] of [...to].entries()) {
            const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
        }
        row = next;
    }
    return row.at(-1) ?? 0;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./src/domain/request/platform-names.ts

/** The names by which uv, Node, setup-python and target triples know each operating system. */
const platform_names_operatingSystems = {
    linux: 'linux',
    darwin: 'darwin',
    macos: 'darwin',
    windows: 'windows',
    win32: 'windows',
    emscripten: 'emscripten',
};
const platform_names_families = {
    ...Object.fromEntries(domain_platform/* architectureFamilies */.Ai.map(family => [family, family])),
    x64: 'x86_64',
    amd64: 'x86_64',
    x86: 'i686',
    ia32: 'i686',
    x32: 'i686',
    i386: 'i686',
    arm64: 'aarch64',
    arm: 'armv7',
    armv7l: 'armv7',
    ppc64: 'powerpc64le',
    ppc64le: 'powerpc64le',
    riscv64gc: 'riscv64',
};
/** Reads `linux`, `macos` and the like, in lower case; `null` where the text names none. */
function parseOs(text) {
    return Object.hasOwn(platform_names_operatingSystems, text) ? (platform_names_operatingSystems[text] ?? null) : null;
}
/** Reads `x64`, `aarch64`, `x86_64_v3` and the like, in lower case; `null` where the text names none. */
function parseArchitecture(text) {
    const level = /_(v[234])$/.exec(text)?.[1] ?? null;
    const name = level === null ? text : text.slice(0, -level.length - 1);
    const family = Object.hasOwn(platform_names_families, name) ? platform_names_families[name] : undefined;
    return family === undefined || (level !== null && family !== 'x86_64') ? null : { family, level };
}
/** Reads `gnu`, `musl` and the like, in lower case; `null` where the text names none. */
function parseLibc(text) {
    return domain_platform/* libcs */.Mm.find(libc => libc === text) ?? null;
}
const targetForm = /^(\w+)-(?:unknown-(linux)-(\w+)|apple-(darwin)|pc-(windows)-msvc)$/;
/** Reads `x86_64-unknown-linux-gnu` and the like; `null` where the text is no target that there are builds for. */
function parseTargetTriple(text) {
    const [, name = '', linux, libcName = '', darwin, windows] = targetForm.exec(text) ?? [];
    const architecture = parseArchitecture(name);
    const os = parseOs(linux ?? darwin ?? windows ?? '');
    const libc = linux === undefined ? 'none' : parseLibc(libcName);
    return architecture && os && libc && { os, architecture, libc };
}

// EXTERNAL MODULE: ./src/io/files.ts
var files = __nccwpck_require__(3839);
;// CONCATENATED MODULE: ./src/inputs/lock-file.ts






const hostedPlatforms = `
linux-x86_64
linux-aarch64
macos-aarch64
macos-x86_64
windows-x86_64
windows-aarch64
`;
/** Checks where a lock file is, or is to be; `null`: the workflow has none, or not yet. Throws an `ActionError`. */
async function readLockFile(inputs) {
    const { file, update, workspace } = inputs;
    if (file === '') {
        if (update)
            throw invalid('The input lock-file', file, 'the path that update-lock writes');
        return null;
    }
    const platforms = parsePlatforms(inputs.platforms);
    const folder = await (0,promises_.realpath)(external_node_path_default().dirname(external_node_path_default().resolve(workspace, file))).catch(() => null);
    const root = await (0,promises_.realpath)(workspace).catch(() => workspace);
    if (folder === null || !(0,files/* isInside */.FK)(root, folder)) {
        throw invalid('The input lock-file', file, 'a path in an existing folder of the workspace');
    }
    const found = external_node_path_default().join(folder, external_node_path_default().basename(file));
    const name = external_node_path_default().relative(root, found);
    const isThere = await isRegularFile(found);
    if (isThere === false)
        throw invalid('The input lock-file', file, 'a file, not a link or folder');
    return isThere === null && !update ? null : { path: found, name, update, platforms };
}
/** `null`: there is nothing. */
async function isRegularFile(file) {
    try {
        return (await (0,promises_.lstat)(file)).isFile();
    }
    catch (error) {
        if ((0,files/* errorCode */.CA)(error) === 'ENOENT')
            return null;
        throw error;
    }
}
function parsePlatforms(text) {
    const lines = (text === '' ? hostedPlatforms : text).split(/[\r\n]+/).map(line => line.trim());
    return lines.filter(line => line !== '').map(parsePlatform);
}
/** Reads `linux-x86_64`, `linux-aarch64-musl`, `macos-arm64`. */
function parsePlatform(text) {
    const [osName = '', architectureName = '', libcName, ...more] = text.toLowerCase().split('-');
    const os = parseOs(osName);
    const architecture = parseArchitecture(architectureName);
    const usual = os === 'linux' && architecture ? (0,domain_platform/* usualLibc */.N2)(architecture.family) : 'none';
    const libc = libcName === undefined ? usual : parseLibc(libcName);
    if (os === null || architecture === null || libc === null || more.length > 0) {
        throw invalid('The input lock-platforms', text, 'lines such as linux-x86_64, macos-arm64');
    }
    return { os, architecture, libc };
}

;// CONCATENATED MODULE: ./src/inputs/mirror.ts



/** Reads a mirror's address; a token takes the place of credentials inside it. */
function parseMirror(what, text, { workspace, token }) {
    const { url: base, authorization } = parseAddress(what, text, workspace);
    if (base.search !== '' || base.hash !== '') {
        throw invalid(what, redact(base.href), 'an address that archive names can be appended to');
    }
    if (!base.pathname.endsWith('/'))
        base.pathname += '/';
    return { base, authorization: token === '' ? authorization : `Bearer ${token}` };
}

// EXTERNAL MODULE: ./src/domain/package-manager.ts
var package_manager = __nccwpck_require__(7306);
;// CONCATENATED MODULE: ./src/inputs/package-cache.ts


/** Reads `cache`, `restore-cache` and `save-cache`; `null`: nothing is kept. Throws an `ActionError`. */
function readPackageCache(input) {
    const manager = input('cache');
    const restore = parseBoolean('restore-cache', input('restore-cache') || 'true');
    const save = parseBoolean('save-cache', input('save-cache') || 'true');
    if (manager === '')
        return null;
    return { manager: parseWord('The input cache', manager, package_manager/* packageManagers */.NN), restore, save };
}

;// CONCATENATED MODULE: ./src/inputs/patience.ts

/** The list's host has 2 of 15 s to itself. */
const headStartShare = 2 / 15;
/** Silences of this part of the time have the next source asked as well: of 60 s, 5 s. */
const stallShare = 1 / 12;
/** Reads the variables for slow networks, and for tests, which cannot wait for so long. */
function readPatience(env) {
    const httpMs = readMs('UV_HTTP_TIMEOUT', env, 1);
    const cacheMs = readMs('SETUP_MANAGED_PYTHON_CACHE_TIMEOUT', env, 1);
    const retryDelayMs = readMs('SETUP_MANAGED_PYTHON_RETRY_DELAY', env, 0);
    return {
        list: httpMs === null ? {} : { timeoutMs: httpMs },
        ...(httpMs === null ? {} : { headStartMs: httpMs * headStartShare }),
        download: {
            ...(httpMs === null ? {} : { stallMs: httpMs * stallShare, silenceMs: httpMs }),
            ...(retryDelayMs === null ? {} : { retryDelayMs }),
        },
        cache: cacheMs === null ? {} : { lookupMs: cacheMs, transferMs: cacheMs },
    };
}
/** A variable's whole seconds in milliseconds; `null` where it is unset or empty. */
function readMs(name, env, least) {
    const text = env[name]?.trim() ?? '';
    if (text === '')
        return null;
    if (!/^\d{1,6}$/.test(text) || Number(text) < least) {
        throw invalid(`The variable ${name}`, text, 'a whole number of seconds');
    }
    return Number(text) * 1000;
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
var semver_default = /*#__PURE__*/__nccwpck_require__.n(semver);
// EXTERNAL MODULE: ./src/domain/version.ts
var domain_version = __nccwpck_require__(3356);
;// CONCATENATED MODULE: ./src/domain/request/pep440-version.ts

const versionForm = new RegExp([
    /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,
    /(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<number>\d*))?/,
    /(?<post>-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?(?<dev>[-_.]?dev[-_.]?\d*)?/,
    /(?:\+(?<local>[a-z\d]+(?:[-_.][a-z\d]+)*))?$/,
]
    .map(({ source }) => source)
    .join(''));
/** Reads a version in lower case; `null` where the text is none. */
function parsePep440Version(text) {
    const groups = versionForm.exec(text)?.groups;
    if (groups === undefined)
        return null;
    const { epoch = '0', release = '', phase, number = '', post, dev, local = null } = groups;
    return {
        epoch: Number(epoch),
        release: release.split('.').map(Number),
        prerelease: phase === undefined ? null : { phase: (0,domain_version/* phaseOf */.hU)(phase), number: Number(number) },
        post: post === undefined ? null : endingNumber(post),
        dev: dev === undefined ? null : endingNumber(dev),
        local,
    };
}
/** A number that is left out is 0. */
function endingNumber(text) {
    return Number(/\d*$/.exec(text)?.[0]);
}
/** A version of Python as PEP 440 sees it. */
function pep440VersionOf({ major, minor, patch, prerelease }) {
    const release = [major, minor, patch];
    return { epoch: 0, release, prerelease, post: null, dev: null, local: null };
}
/** The order of versions without their local parts: negative, zero or positive. */
function comparePep440(a, b) {
    return (a.epoch - b.epoch || compareReleases(a.release, b.release) || compareReleases(rank(a), rank(b)));
}
/** The order of release numbers; what is missing counts as zero: 3.13 is 3.13.0. */
function compareReleases(a, b) {
    const longer = a.length > b.length ? a : b;
    const index = longer.findIndex((_, i) => (a[i] ?? 0) !== (b[i] ?? 0));
    return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
const phaseRanks = { a: 1, b: 2, rc: 3 };
/** What orders versions of one release: `1.dev0` comes before `1a1`, `1a1.dev0` before it as well. */
function rank({ prerelease, post, dev }) {
    const final = post === null && dev !== null ? 0 : 4;
    const phase = prerelease === null ? final : phaseRanks[prerelease.phase];
    return [phase, prerelease?.number ?? 0, (post ?? -1) + 1, dev ?? Number.MAX_SAFE_INTEGER];
}
/** A version as it is written when nothing is left to choose. */
function formatPep440({ epoch, release, prerelease, post, dev, local, }) {
    return [
        epoch === 0 ? '' : `${epoch}!`,
        release.join('.'),
        prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`,
        post === null ? '' : `.post${post}`,
        dev === null ? '' : `.dev${dev}`,
        local === null ? '' : `+${local}`,
    ].join('');
}

;// CONCATENATED MODULE: ./src/domain/request/pep440.ts

/** Reads a version specifier in lower case, `>=3.9,!=3.9.7`; `null` where the text is none. */
function parseSpecifier(text) {
    const clauses = text
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== '')
        .map(parseClause);
    return clauses.length > 0 && clauses.every(clause => clause !== null) ? clauses : null;
}
function parseClause(text) {
    const [, operator, version = ''] = /^(===|~=|[=!<>]=|[<>])\s*(.+)$/.exec(text) ?? [];
    switch (operator) {
        case '===':
            return /[\s;)]/.test(version) ? null : { operator, text: version };
        case '==':
        case '!=': {
            const isPrefix = version.endsWith('.*');
            const bound = parsePep440Version(isPrefix ? version.slice(0, -2) : version);
            return bound === null || (isPrefix && !isRelease(bound))
                ? null
                : { operator, bound, isPrefix };
        }
        case '~=':
        case '<':
        case '<=':
        case '>':
        case '>=': {
            const bound = parsePep440Version(version);
            if (bound === null || bound.local !== null)
                return null;
            return operator === '~=' && bound.release.length < 2 ? null : { operator, bound };
        }
        default:
            return null;
    }
}
function isRelease({ prerelease, post, dev, local }) {
    return prerelease === null && post === null && dev === null && local === null;
}
/**
 * Whether a version is one that every clause accepts, including prereleases. As in Python's
 * `packaging`; `@renovatebot/pep440` 4.2.4 takes all of the bound's release out of `<` and `>`, so
 * that to it 3.15.0rc1 is not `>3.15.0b1`.
 */
function satisfies(version, specifier) {
    return specifier.every(clause => accepts(clause, version));
}
function accepts(clause, version) {
    if (clause.operator === '===')
        return clause.text === formatPep440(version);
    const { bound } = clause;
    switch (clause.operator) {
        case '==':
            return isEqual(version, bound, clause.isPrefix);
        case '!=':
            return !isEqual(version, bound, clause.isPrefix);
        case '~=': {
            const series = { ...bound, release: bound.release.slice(0, -1) };
            return comparePep440(version, bound) >= 0 && isEqual(version, series, true);
        }
        case '<=':
            return comparePep440(version, bound) <= 0;
        case '>=':
            return comparePep440(version, bound) >= 0;
        case '<': {
            // 3.15.0rc1 comes before 3.15, but is not what `<3.15` means; `<3.15.0rc1` means 3.15.0b4.
            const leadsTo = { ...version, prerelease: null, dev: null };
            return comparePep440(version, bound) < 0 && comparePep440(leadsTo, bound) !== 0;
        }
        case '>': {
            const follows = { ...version, post: null, dev: null };
            return comparePep440(version, bound) > 0 && comparePep440(follows, bound) !== 0;
        }
    }
}
function isEqual(version, bound, isPrefix) {
    if (!isPrefix) {
        const sameLocal = bound.local === null || bound.local === version.local;
        return sameLocal && comparePep440(version, bound) === 0;
    }
    const { length } = bound.release;
    const start = Array.from({ length }, (_, i) => version.release[i] ?? 0);
    return version.epoch === bound.epoch && compareReleases(start, bound.release) === 0;
}

;// CONCATENATED MODULE: ./src/domain/request/version-text.ts


const suffixVariants = {
    ...Object.fromEntries(domain_python/* variants */.HI.map(variant => [variant, variant])),
    t: 'freethreaded',
    d: 'debug',
    td: 'freethreaded+debug',
    gil: 'default',
};
/** Takes `t`, `d`, `td`, `-dev`, `+freethreaded` and `+20250612` off the end; `null` for any other `+`. */
function splitSuffixes(text) {
    const [start = '', ...tags] = text.split('+');
    const builds = tags.filter(tag => /^\d[\d.]*$/.test(tag));
    const names = tags.filter(tag => !builds.includes(tag));
    const dev = start.endsWith('-dev');
    const version = dev ? start.slice(0, -'-dev'.length) : start;
    const letters = /[\dx*](td|t|d)$/.exec(version)?.[1] ?? '';
    if (builds.length > 1 || tags.includes('') || (letters !== '' && names.length > 0))
        return null;
    const name = letters || names.join('+');
    const variant = Object.hasOwn(suffixVariants, name) ? (suffixVariants[name] ?? null) : null;
    if (name !== '' && variant === null)
        return null;
    const head = letters === '' ? version : version.slice(0, -letters.length);
    return { head, dev, variant, build: builds[0] ?? null };
}
const version_text_versionForm = /^v?(\d{1,4})(?:\.(\d{1,4}|[x*]))?(?:\.(\d{1,4}|[x*]))?(?:[-_.]?(alpha|a|beta|b|preview|pre|rc|c)[-_.]?(\d{0,4}))?$/;
/** Reads a single version: `3`, `3.13.x`, `313`, `3.13.5t`, `3.15-dev`, `3.15.0-rc.1`; `null` for anything else. */
function parseVersionText(text) {
    const suffixes = splitSuffixes(text);
    if (suffixes === null)
        return null;
    const { head, dev, variant, build } = suffixes;
    const specifier = parseBareVersion(head);
    if (specifier === null)
        return null;
    if (dev && !(specifier.kind === 'release' && specifier.numbers.length === 2))
        return null;
    const prereleases = dev || specifier.kind === 'exact' ? 'equal' : 'never';
    return { specifier, prereleases, variant, build };
}
function parseBareVersion(text) {
    if (text === '*' || text === 'x')
        return { kind: 'any' };
    const match = version_text_versionForm.exec(text);
    if (match === null)
        return null;
    const [, first = '', second = '*', third = '*', phase, number] = match;
    const parts = second === '*' && first.length > 1 ? splitWheelTag(first) : [first, second, third];
    const wildcard = parts.findIndex(part => part === '*' || part === 'x');
    const numbers = (wildcard === -1 ? parts : parts.slice(0, wildcard)).map(Number);
    // A wildcard ends the version: `3.*.1` is none.
    if (wildcard !== -1 && parts.slice(wildcard).some(part => /\d/.test(part)))
        return null;
    if (phase === undefined)
        return { kind: 'release', numbers };
    const [major = 0, minor, patch = 0] = numbers;
    if (minor === undefined)
        return null;
    const prerelease = { phase: (0,domain_version/* phaseOf */.hU)(phase), number: Number(number) };
    return { kind: 'exact', version: { major, minor, patch, prerelease } };
}
/** Wheels write 3.13 as `313`: one digit, then the minor version. */
function splitWheelTag(digits) {
    return [digits.charAt(0), digits.slice(1), '*'];
}

;// CONCATENATED MODULE: ./src/domain/request/range-text.ts



/** Reads a PEP 440 specifier or, where it is none, an npm range; `null` for anything else. */
function parseRangeText(text) {
    // PEP 440 reads `==3.13` as 3.13.0. Nobody means that: uv and setup-python take any 3.13.
    const pinned = /^==([^=,][^,]*)$/.exec(text)?.[1];
    if (pinned !== undefined) {
        const version = parseVersionText(pinned.trim());
        if (version !== null)
            return version;
    }
    const suffixes = splitSuffixes(text);
    if (suffixes === null || suffixes.dev || suffixes.head === '')
        return null;
    // To Poetry, one bar means what two do.
    const specifier = parseRange(suffixes.head.replace(/(?<!\|)\|(?!\|)/g, '||'));
    if (specifier === null)
        return null;
    const { variant, build } = suffixes;
    return {
        specifier,
        variant,
        build,
        prereleases: namesPrerelease(suffixes.head) ? 'equal' : 'never',
    };
}
function parseRange(text) {
    const clauses = split(text, ',');
    if (clauses.length === 0)
        return null;
    // PEP 440 reads npm's `3.12.0-0` as a post-release, of which CPython has none.
    const isNpm = (clause) => {
        return /\d-[\da-z]/.test(clause) && semver_default().validRange(npmSpelling(clause)) !== null;
    };
    const pep440 = clauses.some(isNpm) ? null : parseSpecifier(text);
    if (pep440 !== null)
        return { kind: 'pep440', clauses: pep440 };
    const npm = npmSpelling(text);
    if (semver_default().validRange(npm) !== null)
        return { kind: 'npm', text: npm };
    if (text.includes('||'))
        return combine('some', split(text, '||'));
    // `3.11, 3.12` is two requests in one line, which `all` would turn into one that nothing matches.
    return clauses.every(clause => /^[<>=!~^]|(?:^|\.)\*$/.test(clause))
        ? combine('all', clauses)
        : null;
}
function combine(kind, texts) {
    if (texts.length < 2)
        return null;
    const parts = texts.map(parseRange);
    return parts.every(part => part !== null) ? { kind, parts } : null;
}
function split(text, separator) {
    return text
        .split(separator)
        .map(part => part.trim())
        .filter(part => part !== '');
}
/** `3.13.0-alpha.1`, as npm's order and setup-python's manifest have it, for `3.13.0a1`. */
function npmSpelling(text) {
    return text
        .replaceAll(/(\d)-?a\.?(\d)/g, '$1-alpha.$2')
        .replaceAll(/(\d)-?b\.?(\d)/g, '$1-beta.$2')
        .replaceAll(/(\d)-?rc\.?(\d)/g, '$1-rc.$2');
}
/** `3.15.0b1`, `3.15.dev0` and npm's `3.15.0-0`, anywhere in a range. */
function namesPrerelease(text) {
    return /\d[-_.]?[abcdpr]|\d-[\da-z]/.test(text);
}

;// CONCATENATED MODULE: ./src/domain/request/key-text.ts



const openTerms = {
    specifier: { kind: 'any' },
    prereleases: 'never',
    variant: null,
    build: null,
    os: null,
    architecture: null,
    libc: null,
};
/** The order of the parts of a key. */
const slots = ['version', 'os', 'architecture', 'libc'];
/**
 * Reads what follows the implementation in uv's keys and setup-python's PyPy versions:
 * `3.13-linux-x86_64-musl`, `any-any-aarch64`, `3.11-v7.3.x`. A part that is skipped or `any` is
 * left open; `null` where a part fits no place that is left.
 */
function parseKeyText(text, implementation) {
    let terms = openTerms;
    let next = 0;
    for (const part of text.split('-')) {
        if (part === 'any' && next < slots.length) {
            next += 1;
            continue;
        }
        if (implementation !== 'cpython' && next === 1 && isBuild(part) && terms.build === null) {
            terms = { ...terms, build: normalizeBuild(part) };
            continue;
        }
        const places = slots.slice(next).map(slot => parseSlot(slot, part, implementation));
        const place = places.findIndex(found => found !== null);
        if (place === -1)
            return null;
        terms = { ...terms, ...places[place] };
        next += place + 1;
    }
    return terms;
}
function parseSlot(slot, part, implementation) {
    switch (slot) {
        case 'version':
            return parseImplementationVersion(part, implementation);
        case 'os': {
            const os = parseOs(part);
            return os && { os };
        }
        case 'architecture': {
            const architecture = parseArchitecture(part);
            return architecture && { architecture };
        }
        case 'libc': {
            const libc = parseLibc(part);
            return libc && { libc };
        }
    }
}
/** Reads a version of Python or, for the implementations that have their own, one of theirs. */
function parseImplementationVersion(text, implementation) {
    return implementation !== 'cpython' && isOwnVersion(text)
        ? { ...openTerms, build: normalizeBuild(text) }
        : (parseVersionText(text) ?? parseRangeText(text));
}
/** GraalPy 25, Pyodide 0.29 and 314.0: no version of Python begins like that, and `312` is 3.12. */
function isOwnVersion(text) {
    const [, first = '', dot] = /^v?(\d+)(\.?)/.exec(text) ?? [];
    const isPython = first === '2' || first === '3' || (first.startsWith('3') && dot === '');
    return isBuild(text) && !isPython;
}
function isBuild(text) {
    return text === 'nightly' || /^v?\d[\da-c.rx*]*$/.test(text);
}
/** `7.3` for `v7.3.x`. */
function normalizeBuild(text) {
    return text.replace(/^v/, '').replace(/(\.[x*])+$/, '');
}

;// CONCATENATED MODULE: ./src/domain/request/request.ts
/** `python-version, line 2`: for tables. */
function nameOrigin(origin) {
    switch (origin.kind) {
        case 'input':
            return `${origin.name}, line ${origin.line}`;
        case 'file':
        case 'default':
            return describeOrigin(origin);
    }
}
/** `line 2 of the input python-version`: for messages. */
function describeOrigin(origin) {
    switch (origin.kind) {
        case 'input':
            return `line ${origin.line} of the input ${origin.name}`;
        case 'file':
            return origin.line === null ? origin.path : `${origin.path}, line ${origin.line}`;
        case 'default':
            return 'the default';
    }
}

;// CONCATENATED MODULE: ./src/domain/request/parse-request.ts





/** Longer than any request, and short enough for every pattern that reads it. */
const longestRequest = 500;
/** What a request can begin with; `cp` comes after `cpython`, which begins like it. */
const names = [
    ['any', 'cpython'],
    ['default', 'cpython'],
    ['cpython', 'cpython'],
    ['python', 'cpython'],
    ['cp', 'cpython'],
    ['pypy', 'pypy'],
    ['pp', 'pypy'],
    ['graalpy', 'graalpy'],
    ['gp', 'graalpy'],
    ['pyodide', 'pyodide'],
];
/** Understands one line of a request; throws `REQUEST_INVALID` with the forms that there are. */
function parseRequest(text, origin, options) {
    const asked = text.trim();
    const architecture = readArchitecture(options.architecture);
    if (isReadable(asked) && isSeveral(asked))
        throw severalOnALine(asked, origin);
    const found = isReadable(asked) ? parseTerms(asked.toLowerCase().replaceAll('\t', ' ')) : null;
    if (found === null)
        throw unreadable(asked, origin);
    const { implementation, terms } = found;
    if (isYamlNumber(terms.specifier))
        throw droppedZero(asked, origin);
    if (terms.build === 'nightly')
        throw nightly(asked, origin);
    const platform = implementation === 'pyodide'
        ? { os: null, architecture: null, libc: null }
        : {
            os: terms.os,
            architecture: terms.architecture ?? architecture,
            libc: terms.libc ?? options.libc,
        };
    return {
        text: asked,
        origin,
        implementation,
        specifier: terms.specifier,
        prereleases: terms.prereleases === 'never' && options.allowPrereleases ? 'fallback' : terms.prereleases,
        variant: chooseVariant(implementation, terms.variant, options.freethreaded),
        build: terms.build ?? options.builds?.[implementation] ?? null,
        ...platform,
    };
}
function isReadable(text) {
    return text.length <= longestRequest && /^[\t\x20-\x7e]+$/.test(text);
}
function parseTerms(text) {
    // As in `default`: the newest stable version.
    if (text === 'latest' || text === 'stable')
        return { implementation: 'cpython', terms: openTerms };
    const [name, named] = names.find(([name]) => text.startsWith(name)) ?? ['', 'cpython'];
    const rest = name === '' ? text : afterName(name, text.slice(name.length));
    if (rest === null)
        return null;
    const terms = rest === '' ? openTerms : parseRest(rest, named);
    if (terms === null)
        return null;
    // Pyodide is CPython on Emscripten, and uv's keys call it that.
    return { implementation: terms.os === 'emscripten' ? 'pyodide' : named, terms };
}
/** What follows a name: nothing, `-…`, or, unless it is `any` or `default`, `@…` or a version at once. */
function afterName(name, tail) {
    if (tail === '')
        return '';
    const rest = /^[@-](.+)$/.exec(tail)?.[1];
    if (name === 'any' || name === 'default')
        return tail.startsWith('-') ? (rest ?? null) : null;
    return rest ?? (/^[\d<>=!~^*]/.test(tail) ? tail : null);
}
function parseRest(text, implementation) {
    // Keys come before ranges: npm takes `3.13.2-linux-aarch64` for a prerelease.
    const key = text.includes(' ') ? null : parseKeyText(text, implementation);
    if (key !== null)
        return key;
    const version = parseImplementationVersion(text, implementation);
    return version && { ...openTerms, ...version };
}
/** What the text names wins; the input adds to it, and is about CPython only. */
function chooseVariant(implementation, named, freethreaded) {
    if (implementation !== 'cpython' || !freethreaded)
        return named ?? 'default';
    return named === 'debug' ? 'freethreaded+debug' : (named ?? 'freethreaded');
}
function readArchitecture(name) {
    if (name === null)
        return null;
    const architecture = parseArchitecture(name.trim().toLowerCase());
    if (architecture !== null)
        return architecture;
    throw new errors/* ActionError */.lZ({
        code: 'INPUT_INVALID',
        message: `The input architecture is ${(0,quote/* quote */.h)(name)}, which is not an architecture.`,
        hint: 'Use x64, x86, arm64, or a name from a target triple such as x86_64_v3, aarch64 or riscv64.',
    });
}
/** 3.1 and 3.2 were never on offer: YAML has read `3.10` as a number. */
function isYamlNumber(specifier) {
    if (specifier.kind !== 'release' || specifier.numbers.length !== 2)
        return false;
    const [major, minor] = specifier.numbers;
    return major === 3 && (minor === 1 || minor === 2);
}
function droppedZero(asked, origin) {
    return new errors/* ActionError */.lZ({
        code: 'REQUEST_INVALID',
        message: `There is no Python ${(0,quote/* quote */.h)(asked)} to install (${describeOrigin(origin)}).`,
        hint: "YAML reads an unquoted 3.10 as the number 3.1, so quote versions: did you mean '3.10'?",
    });
}
/** Whether a text is a list of versions in some form: `3.11 3.13`, `3.11, 3.13`, `["3.11","3.13"]`. */
function isSeveral(asked) {
    const parts = asked
        .toLowerCase()
        .replaceAll(/[[\]"']/g, ' ')
        .split(/[\s,]+/);
    const versions = parts.filter(part => part !== '');
    // `3,13` is a slip, and no list of two.
    const isOne = (part) => {
        return (/^[a-z\d][^<>=!~^|]*$/.test(part) &&
            /[.a-z]\d|\d[.a-z]/.test(part) &&
            parseTerms(part) !== null);
    };
    return versions.length > 1 && versions.every(isOne);
}
function severalOnALine(asked, origin) {
    return new errors/* ActionError */.lZ({
        code: 'REQUEST_INVALID',
        message: `${(0,quote/* quote */.h)(asked)} names several versions on one line (${describeOrigin(origin)}).`,
        hint: 'Write each version on its own line, below `python-version: |`.',
    });
}
function nightly(asked, origin) {
    return new errors/* ActionError */.lZ({
        code: 'REQUEST_UNMATCHED',
        message: `The request ${(0,quote/* quote */.h)(asked)} (${describeOrigin(origin)}) is for a nightly build: these change every night, and no list has their SHA-256.`,
        hint: "Use a release, such as 'pypy3.11' or 'pypy3.11-v7.3.20'.",
    });
}
function unreadable(asked, origin) {
    const what = asked === '' ? 'The version is empty' : `${(0,quote/* quote */.h)(asked)} is not a Python version`;
    return new errors/* ActionError */.lZ({
        code: 'REQUEST_INVALID',
        message: `${what} (${describeOrigin(origin)}).`,
        hint: "Write one version or range a line, such as '3.13', '3.13.5', '3.x', '>=3.10,<3.14', '3.13t', '3.15-dev', 'pypy3.11', 'graalpy-25' or 'cpython-3.13-linux-x86_64-musl'.",
    });
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

// EXTERNAL MODULE: ./src/domain/parsed.ts
var domain_parsed = __nccwpck_require__(3607);
;// CONCATENATED MODULE: ./src/inputs/toml-version-files.ts



/** mise knows it by two names. */
const misePlaces = [
    ['tools', 'python'],
    ['tools', 'core:python'],
];
/** Where a file of this kind names its versions, the place that counts most first. */
const tomlPlaces = [
    ['project', 'requires-python'],
    ['tool', 'poetry', 'dependencies', 'python'],
    ...misePlaces,
];
const pipfilePlaces = [
    ['requires', 'python_full_version'],
    ['requires', 'python_version'],
];
/** The requests in `pyproject.toml`, `mise.toml` or another such file; throws `VERSION_FILE_INVALID` where it is no TOML. */
function parseTomlFile(name, text) {
    return findEntries(name, text, tomlPlaces);
}
/** The requests in a `Pipfile`, in the same way. */
function parsePipfile(name, text) {
    return findEntries(name, text, pipfilePlaces);
}
function findEntries(name, text, places) {
    const document = parseDocument(name, text);
    for (const place of places) {
        const key = place.at(-1) ?? '';
        const values = versionsIn(lookUp(document, place));
        if (values.length === 0)
            continue;
        const entries = entriesOf(text, key, values);
        return place[0] === 'tools' ? entries.map(withoutToolWords) : entries;
    }
    return [];
}
/** asdf and mise have words of their own: `latest`, `latest:3.12`, `prefix:3.12`. */
function withoutToolWords({ text, line }) {
    return { text: text.replace(/^latest$/, 'default').replace(/^(?:latest|prefix):/, ''), line };
}
function parseDocument(name, text) {
    try {
        return parse(text);
    }
    catch (cause) {
        const place = cause instanceof TomlError ? `, line ${cause.line}` : '';
        throw new errors/* ActionError */.lZ({
            code: 'VERSION_FILE_INVALID',
            message: `${name}${place} is not valid TOML.`,
            hint: 'Correct the file, or name another with the input python-version-file.',
            cause,
        });
    }
}
function lookUp(value, keys) {
    return keys.reduce((table, key) => ((0,domain_parsed/* isObject */.G)(table) && Object.hasOwn(table, key) ? table[key] : undefined), value);
}
/** A version, a table with one (poetry's `{ version = "^3.11" }`), or a list of those (mise's). */
function versionsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(versionsIn);
    if (typeof value === 'number')
        return [value];
    if (typeof value === 'string')
        return value.trim() === '' ? [] : [value];
    const version = lookUp(value, ['version']);
    return version === undefined ? [] : versionsIn(version);
}
/** The entries of a key's values, with its line where that is found: the parser keeps no positions. */
function entriesOf(document, key, values) {
    const lines = document.split('\n');
    const first = oneLine(String(values[0]));
    const index = lines.findIndex((line, i) => {
        return assignedKey(line) === key && oneLine(statementFrom(lines, i)).includes(first);
    });
    const line = index === -1 ? null : index + 1;
    const numbers = index === -1 ? [] : (statementFrom(lines, index).match(/\d+(?:\.\d+)?/g) ?? []);
    return values.map(value => {
        if (typeof value === 'string')
            return { text: oneLine(value), line };
        // As it is written: 3.10 is another version than 3.1, but the same number.
        return { text: numbers.find(text => Number(text) === value) ?? String(value), line };
    });
}
function assignedKey(line) {
    return /^\s*["']?([\w.:-]+)["']?\s*=/.exec(line)?.[1];
}
/** From a line to the next one that begins something else. */
function statementFrom(lines, start) {
    let end = start + 1;
    while (end < lines.length && !begins(lines[end] ?? ''))
        end++;
    return lines.slice(start, end).join(' ');
}
function begins(line) {
    return assignedKey(line) !== undefined || line.trimStart().startsWith('[');
}
/** A specifier may be written over several lines. */
function oneLine(text) {
    return text.trim().replace(/\s+/g, ' ');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./src/inputs/workspace-file.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Far more than any file that names versions has. */
const maxBytes = 1024 ** 2;
/**
 * What a small file of the repository holds. Whoever wrote the repository chose what lies there, so
 * a link must not lead out of it, and what is not a regular file is not read: a pipe would be waited
 * for, and a device has no end. Throws an error whose message ends the sentence "The file …".
 */
async function readWorkspaceFile(workspace, file) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [root, found] = await Promise.all([(0,promises_.realpath)(workspace), (0,promises_.realpath)(file)]);
        if (!(0,files/* isInside */.FK)(root, found)) {
            throw new Error('is outside of the workspace, or a link that leads there');
        }
        // Without waiting, should it be a pipe.
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(found, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0)), true);
        if (!(await handle.stat()).isFile())
            throw new Error('is not a regular file');
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(maxBytes + 1), 0, maxBytes + 1, 0);
        if (bytesRead > maxBytes)
            throw new Error('is larger than 1 MiB');
        return buffer.subarray(0, bytesRead);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/inputs/version-files.ts






/**
 * Reads a version file of a workspace. `name` is for messages. Throws `VERSION_FILE_INVALID`,
 * also where there is none.
 */
async function readVersionFile(workspace, file) {
    const name = external_node_path_default().relative(workspace, file);
    let bytes;
    try {
        bytes = await readWorkspaceFile(workspace, file);
    }
    catch (cause) {
        const why = cause instanceof Error && (0,files/* errorCode */.CA)(cause) === null ? cause.message : 'cannot be read';
        throw new errors/* ActionError */.lZ({
            code: 'VERSION_FILE_INVALID',
            message: `The version file ${file} ${why}.`,
            hint: 'Check the input python-version-file, and that the repository is checked out before this step.',
            cause,
        });
    }
    if (isUtf16(bytes)) {
        throw new errors/* ActionError */.lZ({
            code: 'VERSION_FILE_INVALID',
            message: `The version file ${file} is UTF-16 text.`,
            hint: 'Save it as UTF-8; in Windows PowerShell, `Set-Content -Encoding ascii` does.',
        });
    }
    return parseVersionFile(name, bytes.toString('utf8'));
}
/** What Windows PowerShell writes with `>`. Half of the bytes of plain text are 0 then. */
function isUtf16(bytes) {
    const [first, second] = bytes;
    const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    return isMarked || (bytes.length > 1 && (first === 0) !== (second === 0));
}
/** The first of these files that a workspace has; `null` where it has none. */
async function findVersionFile(workspace, names) {
    for (const name of names) {
        const file = external_node_path_default().join(workspace, name);
        const isThere = await (0,promises_.access)(file).then(() => true, () => false);
        if (isThere)
            return file;
    }
    return null;
}
/**
 * The requests of a version file, at least one, in the file's order. The name decides on the
 * format; a name that is not known is read as `.python-version` is, as setup-python does.
 */
function parseVersionFile(name, text) {
    const fileName = name.split(/[/\\]/).at(-1) ?? name;
    if (otherFormats.test(fileName))
        throw version_files_invalid(`${name} is not supported as a version file.`);
    const entries = parseEntries({ name, fileName, text: text.replace(/^\uFEFF/, '') });
    const wanted = entries.filter(entry => entry.text !== 'system');
    if (wanted.length === 0)
        throw version_files_invalid(`${name} contains no Python version.`);
    return wanted;
}
/** Read as lines, they would be no version at all, or by accident one that nobody means. */
const otherFormats = /\.(?:cfg|ini|py|ya?ml|json|lock)$/i;
function version_files_invalid(message) {
    return new errors/* ActionError */.lZ({
        code: 'VERSION_FILE_INVALID',
        message,
        hint: 'Supported are: the lines of .python-version(s) and runtime.txt, the line `python …` of .tool-versions, project.requires-python or tool.poetry.dependencies.python of pyproject.toml, tools.python of mise.toml, requires.python_full_version or requires.python_version of Pipfile.',
    });
}
function parseEntries({ name, fileName, text }) {
    if (fileName.endsWith('.toml'))
        return parseTomlFile(name, text);
    if (fileName.includes('Pipfile'))
        return parsePipfile(name, text);
    if (fileName.endsWith('.tool-versions'))
        return parseToolVersions(text).map(withoutToolWords);
    return contentLines(text).map(({ text, line }) => ({ text: requestIn(text), line }));
}
/**
 * What a line asks for. To pyenv the first word counts, and remarks follow; but ranges have spaces
 * in them. Of pyenv-virtualenv's `3.10/envs/name`, the version.
 */
function requestIn(line) {
    const [first = '', second = ''] = line.split(/\s+/);
    const isRange = /^[<>=!~^]|,$/.test(first) || /^(?:-|\|\|?|,.*)$/.test(second);
    const request = !isRange && /\d|^system$/.test(first) ? first : line;
    return request.replace(/^([^/]+)\/envs\/.*/, '$1');
}
/** A tool's versions stand in order of preference: all of Python's are wanted. */
function parseToolVersions(text) {
    return contentLines(text).flatMap(({ text, line }) => {
        const [tool = '', ...words] = text.split(/\s+/);
        const versions = /^python\d/.test(tool) ? [tool] : /^(?:core:)?python$/.test(tool) ? words : [];
        return versions.map(version => ({ text: version, line }));
    });
}
/** The lines that say something, without comments and the space around them. */
function contentLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line, i) => ({ text: (line.split('#', 1)[0] ?? '').trim(), line: i + 1 }))
        .filter(({ text }) => text !== '');
}

;// CONCATENATED MODULE: ./src/inputs/requests.ts





/**
 * The requests of the inputs, else those of the workspace's `.python-version`, else the newest
 * stable Python. An input's last line becomes `python`, as in setup-python; a file's first entry
 * does, as in pyenv and uv.
 */
async function readRequests(inputs) {
    const lines = inputLines(inputs.versions);
    if (lines.length > 0) {
        const requests = understand(lines, inputs.options);
        return { requests, defaultIndex: lines.length - 1, notices: describeUnread(inputs.file) };
    }
    const file = inputs.file === ''
        ? await findVersionFile(inputs.workspace, inputs.defaultFiles)
        : external_node_path_default().resolve(inputs.workspace, inputs.file);
    if (file === null) {
        const newest = [{ text: 'default', origin: { kind: 'default' } }];
        return { requests: understand(newest, inputs.options), defaultIndex: 0, notices: [] };
    }
    const entries = await readVersionFile(inputs.workspace, file);
    const name = external_node_path_default().relative(inputs.workspace, file);
    const fileLines = entries.map(({ text, line }) => {
        return { text, origin: { kind: 'file', path: name, line } };
    });
    const requests = understand(fileLines, inputs.options);
    return { requests, defaultIndex: 0, notices: describeOrder(name, requests) };
}
function describeUnread(file) {
    return file === '' ? [] : [`python-version is given, so ${file} is not read.`];
}
/** In setup-python, which reads a file's lines like an input's, the last one becomes `python`. */
function describeOrder(file, requests) {
    const [first, last] = [requests[0]?.text, requests.at(-1)?.text];
    if (first === last)
        return [];
    return [`${file} names several versions: the first, ${first}, becomes \`python\`, not the last.`];
}
/** More than there are minor versions of all kinds; whoever asks for more means something else. */
const maxRequests = 100;
function understand(lines, options) {
    const beyond = lines[maxRequests];
    if (beyond !== undefined) {
        throw new errors/* ActionError */.lZ({
            code: 'REQUEST_INVALID',
            message: `${lines.length} versions are requested, and at most ${maxRequests} are possible (${describeOrigin(beyond.origin)}).`,
            hint: 'Request fewer versions, or check that this is the right file.',
        });
    }
    const faults = [];
    const requests = lines.flatMap(({ text, origin }) => {
        try {
            return parseRequest(text, origin, options);
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'REQUEST_INVALID')
                throw error;
            faults.push(error);
            return [];
        }
    });
    const [first] = faults;
    if (first !== undefined)
        throw joinFaults(first, faults);
    return requests;
}
/** More than anyone corrects at a time. */
const shownFaults = 8;
/** All that is wrong in one error: who has to correct it should not have to run it line by line. */
function joinFaults(first, faults) {
    const hidden = faults.length - shownFaults;
    const messages = faults.slice(0, shownFaults).map(({ message }) => message);
    const hints = new Set(faults.slice(0, shownFaults).map(({ hint }) => hint));
    return new errors/* ActionError */.lZ({
        code: first.code,
        message: [...messages, ...(hidden > 0 ? [`And ${hidden} more.`] : [])].join(' '),
        hint: [...hints].join(' '),
    });
}
function inputLines(text) {
    return text
        .split(/\r\n|\r|\n/)
        .map((line, index) => {
        const origin = { kind: 'input', name: 'python-version', line: index + 1 };
        return { text: line.replace(/(^|\s)#.*/, '').trim(), origin };
    })
        .filter(line => line.text !== '');
}

;// CONCATENATED MODULE: ./src/inputs/settings.ts

/** The variables that count where an input is empty. */
const variables = {
    'compile-bytecode': 'UV_COMPILE_BYTECODE',
    libc: 'UV_LIBC',
    mirror: 'UV_PYTHON_INSTALL_MIRROR',
    'pyc-invalidation-mode': 'PYC_INVALIDATION_MODE',
    'pypy-mirror': 'UV_PYPY_INSTALL_MIRROR',
    'python-downloads-json-url': 'UV_PYTHON_DOWNLOADS_JSON_URL',
};
const secrets = ['token', 'mirror-token'];
/** What the inputs of these names are set to, and where that comes from. */
function settingsOf(env, names) {
    const read = inputReader(env);
    return names.toSorted().flatMap(input => {
        const given = read(input);
        const variable = given === '' ? variables[input] : undefined;
        const value = variable === undefined ? given : (env[variable]?.trim() ?? '');
        const from = variable === undefined ? `the input ${input}` : `the variable ${variable}`;
        return value === '' ? [] : [{ input, value: show(input, value), from }];
    });
}
/** Without what opens an address to anyone. */
function show(input, value) {
    if (secrets.includes(input))
        return '***';
    return value.replace(/\/\/[^/?#]*@/, '//***@').replace(/^(\w+:\/\/[^?]*)\?.*/, '$1?***');
}

;// CONCATENATED MODULE: ./src/inputs/virtual-environment.ts

/** Reads `environment`, `install` and `environment-refresh`; `null`: no environment is wanted. Throws an `ActionError`. */
function readEnvironmentInputs(input) {
    const folder = input('environment');
    const install = input('install');
    const refresh = parseWord('The input environment-refresh', input('environment-refresh') || 'weekly', ['weekly', 'daily', 'never']);
    if (folder !== '')
        return { folder, install, refresh };
    if (install !== '') {
        throw invalid('The input environment', folder, 'the folder that install installs into, as .venv');
    }
    return null;
}

;// CONCATENATED MODULE: ./src/inputs/read.ts
















/** Reads and checks all inputs, the variables that replace them, and the version file. */
async function readInputs(env) {
    checkProxies(env);
    const input = inputReader(env);
    // An expression that comes to nothing leaves an input empty: then it means what action.yml says.
    const flag = (name, byDefault = false) => parseBoolean(name, input(name) || `${byDefault}`);
    const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
    const variable = (name) => env[name]?.trim() ?? '';
    const list = input('python-downloads-json-url') || variable('UV_PYTHON_DOWNLOADS_JSON_URL');
    const mirror = input('mirror') || variable('UV_PYTHON_INSTALL_MIRROR');
    const pypyMirror = input('pypy-mirror') || variable('UV_PYPY_INSTALL_MIRROR');
    const token = input('mirror-token');
    const astralMirror = readAstralMirror(variable('UV_ASTRAL_MIRROR_URL'), workspace);
    const resolveOnly = flag('resolve-only');
    const updateEnvironment = flag('update-environment', true);
    const requests = await readRequests({
        versions: input('python-version'),
        file: input('python-version-file'),
        workspace,
        defaultFiles: resolveOnly ? ['pyproject.toml', '.python-version'] : ['.python-version'],
        options: {
            freethreaded: flag('freethreaded'),
            allowPrereleases: flag('allow-prereleases'),
            architecture: input('architecture') || null,
            libc: parseLibcInput(input('libc') || variable('UV_LIBC')),
            builds: readBuilds(variable),
        },
    });
    const mode = parseModeInput(input('pyc-invalidation-mode'));
    const inputs = {
        ...requests,
        bytecode: wantsBytecode(input('compile-bytecode'), env) ? (mode ?? usualMode(env)) : null,
        compileTimeoutMs: parseSeconds('UV_COMPILE_BYTECODE_TIMEOUT', env, 60) * 1000,
        cachePython: parseWord('The input cache-python', input('cache-python').toLowerCase() || 'auto', ['auto', 'true', 'false']),
        packageCache: readPackageCache(input),
        checkLatest: flag('check-latest'),
        reinstall: flag('reinstall'),
        resolveOnly,
        lockFile: await readLockFile({
            file: input('lock-file'),
            update: flag('update-lock'),
            platforms: input('lock-platforms'),
            workspace,
        }),
        isLocked: false,
        patience: readPatience(env),
        verifyAttestation: flag('verify-attestation'),
        strategy: parseWord('The input resolution-strategy', input('resolution-strategy') || 'highest', ['highest', 'lowest']),
        mirror: mirror === ''
            ? astralMirror && {
                ...astralMirror,
                base: new URL(archivesPath, astralMirror.base),
            }
            : parseMirror('The mirror', mirror, { workspace, token }),
        astralMirror,
        pypyMirror: pypyMirror === ''
            ? null
            : parseMirror('The pypy-mirror', pypyMirror, { workspace, token: '' }),
        list: parseAddress('The python-downloads-json-url', list || publishedList, workspace),
        ownList: list !== '',
        token: input('token'),
        updateEnvironment,
        addProblemMatchers: flag('add-problem-matchers', true),
        windowsRegistry: flag('windows-registry', updateEnvironment),
        pipVersion: parsePipVersion(input('pip-version')),
        environment: readEnvironmentInputs(input),
        cacheDependencyPath: linesOf(input('cache-dependency-path')),
        cacheSuffix: input('cache-suffix'),
        jobSummary: parseWord('The input job-summary', input('job-summary') || 'auto', [
            'auto',
            'always',
            'never',
        ]),
    };
    // Last, as the names are known when all have been read.
    const names = [...input.names];
    const notices = [...checkInputNames(env, names), ...requests.notices];
    return Object.freeze({ ...inputs, notices, settings: settingsOf(env, names) });
}
/** The same, with the lock file as the list, where there is one: each request is answered by it alone. */
function withLockedList(inputs) {
    if (inputs.lockFile === null)
        return inputs;
    const list = { url: (0,external_node_url_.pathToFileURL)(inputs.lockFile.path), authorization: null };
    // What the tool cache has may match as well, but is not what was locked.
    return { ...inputs, list, ownList: false, isLocked: true, checkLatest: true };
}
function linesOf(text) {
    const lines = text.split(/\r\n|\r|\n/).map(line => line.trim());
    return lines.filter(line => line !== '');
}
function wantsBytecode(text, env) {
    if (text !== '')
        return parseBoolean('compile-bytecode', text);
    return boolishVariable(env, 'UV_COMPILE_BYTECODE') ?? false;
}
function parseModeInput(text) {
    if (text === '')
        return null;
    return parseWord('The input pyc-invalidation-mode', text, bytecode/* invalidationModes */.BH);
}
/** The variable's mode, else the one that `py_compile` would choose in this environment. */
function usualMode(env) {
    const fromPyCompile = env.SOURCE_DATE_EPOCH ? 'checked-hash' : 'timestamp';
    // uv spells the variable's words as Python's enumeration does: CHECKED_HASH.
    const variable = env.PYC_INVALIDATION_MODE?.trim().toLowerCase().replaceAll('_', '-') ?? '';
    return parseWord('The variable PYC_INVALIDATION_MODE', variable || fromPyCompile, bytecode/* invalidationModes */.BH);
}
function readAstralMirror(text, workspace) {
    if (text === '')
        return null;
    const what = 'The variable UV_ASTRAL_MIRROR_URL';
    const mirror = parseMirror(what, text, { workspace, token: '' });
    if (mirror.base.protocol === 'file:')
        throw invalid(what, text, 'an http(s) URL');
    return mirror;
}
/** `UV_PYTHON_CPYTHON_BUILD` and its like pin the build of every request that names none. */
function readBuilds(variable) {
    const pins = domain_python/* implementations */.E5.flatMap(implementation => {
        const name = `UV_PYTHON_${implementation.toUpperCase()}_BUILD`;
        const build = variable(name);
        if (build === '')
            return [];
        if (/^\d[\w.]{0,39}$/.test(build))
            return [[implementation, build]];
        throw invalid(`The variable ${name}`, build, 'a build such as 20250612 or 7.3.20');
    });
    return Object.fromEntries(pins);
}
function parseLibcInput(text) {
    if (text === '' || text === 'auto')
        return null;
    return parseWord('The libc (input or UV_LIBC)', text, domain_platform/* libcs */.Mm);
}
function parseSeconds(name, env, fallback) {
    const text = env[name]?.trim() || String(fallback);
    if (!/^\d{1,6}$/.test(text))
        throw invalid(`The variable ${name}`, text, 'a whole number of seconds');
    return Number(text);
}
/** The text becomes a command-line argument of pip's: only what can be a version may pass. */
function parsePipVersion(text) {
    if (text === '')
        return null;
    if (!/^[0-9][\w.!+*-]{0,40}$/.test(text))
        throw invalid('The input pip-version', text, 'a version such as 25.1');
    return text;
}

;// CONCATENATED MODULE: ./src/inputs/runner.ts

/**
 * The folder that tools are kept in between jobs. In containers and outside of a runner it may
 * be unnamed: then it is where the runner would have it, beside its folder for temporary files,
 * or else below the home folder.
 */
function toolCacheFolder(env, home) {
    const named = env.RUNNER_TOOL_CACHE || env.AGENT_TOOLSDIRECTORY;
    if (named)
        return external_node_path_default().resolve(named);
    if (env.RUNNER_TEMP)
        return external_node_path_default().join(external_node_path_default().dirname(external_node_path_default().resolve(env.RUNNER_TEMP)), '_tool');
    return external_node_path_default().join(home(), '.cache', 'setup-managed-python');
}

;// CONCATENATED MODULE: ./src/inputs/secrets.ts



const addresses = [
    ['mirror', 'UV_PYTHON_INSTALL_MIRROR'],
    ['pypy-mirror', 'UV_PYPY_INSTALL_MIRROR'],
    ['python-downloads-json-url', 'UV_PYTHON_DOWNLOADS_JSON_URL'],
];
/**
 * What of the inputs must never be readable in the log, in every form that it takes on the way to
 * a server. Reads text that nobody has checked yet: errors about inputs are printed, too.
 */
function secretsOf(env) {
    const input = inputReader(env);
    const proxies = proxy/* proxyVariables */.eq.map(name => env[name] ?? '');
    const texts = addresses.flatMap(([name, variable]) => [input(name), env[variable] ?? '']);
    const inAddresses = [...texts, env.UV_ASTRAL_MIRROR_URL ?? '', ...proxies].flatMap(text => [
        ...credentialsIn(text),
        ...signaturesIn(text),
    ]);
    const tokens = [input('token'), input('mirror-token')].filter(token => token !== '');
    // A mask of one letter or two would make the whole log unreadable.
    return [...new Set([...tokens, ...inAddresses.filter(secret => secret.length > 2)])];
}
/**
 * What in an address's query lets whoever knows it in: `sig=…`, `X-Amz-Signature=…`, and whatever is
 * as long as a secret, by any name or none.
 */
function signaturesIn(address) {
    const [, query = ''] = /\?([^#]*)/.exec(address) ?? [];
    return query.split('&').flatMap(part => {
        const [name = '', value = ''] = part.split(/=(.*)/s);
        const isNamed = /sig|token|key|secret|credential|password|auth|^code$/i.test(name);
        return [part.includes('=') ? value : name].flatMap(text => {
            return isNamed || text.length >= secretLength ? [text, (0,io_credentials/* decode */.D)(text)] : [];
        });
    });
}
/** Fewer characters than these, and it could be guessed. */
const secretLength = 20;
/** Of an address's `user:password@`, the password, or the user where that is all there is. */
function credentialsIn(address) {
    const credentials = /\/\/([^/?#]*)@/.exec(address)?.[1];
    if (credentials === undefined)
        return [];
    const colon = credentials.indexOf(':');
    const secret = credentials.slice(colon + 1);
    const decoded = (0,io_credentials/* decode */.D)(credentials);
    return [
        secret,
        (0,io_credentials/* decode */.D)(secret),
        encodeURIComponent((0,io_credentials/* decode */.D)(secret)),
        Buffer.from(colon === -1 ? `${decoded}:` : decoded).toString('base64'),
    ];
}

;// CONCATENATED MODULE: ./src/domain/machine-limit.ts
const memory = {
    found: 'the machine does not have enough memory for it',
    hint: 'Give the job more memory: in a container or a pod, raise its memory limit.',
};
const fileSize = {
    found: 'this job is not allowed to write files of this size',
    hint: 'Raise the limit on the size of files (`ulimit -f`).',
};
/** What the system means by refusing a file or memory to this process itself, by its code. */
const byCode = {
    EMFILE: {
        found: 'this job cannot open more files',
        hint: 'Raise the limit on open files (`ulimit -n`).',
    },
    ENFILE: {
        found: 'the machine cannot open more files',
        hint: 'Raise the limit of the machine (`fs.file-max`), or run fewer jobs on it.',
    },
    ENOMEM: memory,
    EFBIG: fileSize,
};
/** The same where it does not start a program. */
const byStartCode = {
    EACCES: {
        found: 'the system does not let programs run from its folder',
        hint: 'The folder is on a mount with `noexec`, or a security policy forbids it: set RUNNER_TOOL_CACHE to a folder that programs may run from.',
    },
    EAGAIN: {
        found: 'this job cannot start more processes',
        hint: 'Raise the limit on processes (`ulimit -u`, or `pids.max` of the container), or request fewer versions in this job.',
    },
};
/** What the system means by ending a program, by its signal. */
const bySignal = {
    SIGKILL: {
        found: 'the system killed it, probably because memory ran out',
        hint: memory.hint,
    },
    SIGILL: {
        found: 'this processor lacks instructions that it was built for',
        hint: 'Builds for newer processors are only used if they are named: leave out `_v2`, `_v3` or `_v4`.',
    },
    SIGXFSZ: fileSize,
    SIGXCPU: {
        found: 'it is not allowed to use more CPU time',
        hint: 'Raise the limit on processor time (`ulimit -t`).',
    },
    SIGSYS: {
        found: 'a security policy forbids one of its system calls',
        hint: "Look at the container's seccomp profile.",
    },
};
/** The limit that kept a program from starting; `null` where the code is about the program itself. */
function limitOnStart(code) {
    return byStartCode[code ?? ''] ?? limitOf(code);
}
/** The limit that this process itself has met; `null` where the code is about something else. */
function limitOf(code) {
    return byCode[code ?? ''] ?? null;
}
/** The limit that ended a program by a signal; `null` where it may have crashed by itself. */
function limitOfSignal(signal) {
    return bySignal[signal ?? ''] ?? null;
}
/** The longest path of a program that Windows starts, unless all of a machine is set up for longer ones. */
const windowsPathLength = 259;
/** The limit that a program which did not start has met by its path; `null`: it is not too long. */
function limitOfPath(program, os) {
    if (os !== 'windows' || program.length <= windowsPathLength)
        return null;
    return {
        found: `its path has ${program.length} characters, and Windows starts programs of up to ${windowsPathLength}`,
        hint: 'Set RUNNER_TOOL_CACHE to a folder with a shorter path.',
    };
}
/** What a compile worker takes at most, and what this process and its archives take beside them. */
const workerBytes = 40_000_000;
const reservedBytes = 150_000_000;
/** How many compile workers may run at a time: one for each processor, as far as memory allows. */
function compileSlots({ processors, memoryBytes, }) {
    const fitting = Math.floor((memoryBytes - reservedBytes) / workerBytes);
    return Math.max(1, Math.min(processors, fitting));
}

;// CONCATENATED MODULE: ./src/install/disk-error.ts



const full = ['ENOSPC', 'EDQUOT'];
const refused = ['EROFS', 'EACCES', 'EPERM'];
/**
 * What the system answers where files cannot be written, or the job has met one of its limits, as an
 * `ActionError`; any other error stays what it is.
 */
function explainDiskError(error) {
    const code = (0,files/* errorCode */.CA)(error) ?? '';
    const limit = limitOf(code);
    if (limit !== null) {
        const message = `The step has met a limit: ${limit.found} (${code}).`;
        return new errors/* ActionError */.lZ({ code: 'MACHINE_LIMIT', message, hint: limit.hint, cause: error });
    }
    // Connections may be refused with the same codes, but have no path.
    const isRefused = refused.includes(code) && error instanceof Error && 'path' in error;
    if (!(error instanceof Error) || !(full.includes(code) || isRefused))
        return error;
    return new errors/* ActionError */.lZ({
        code: 'DISK_FAILED',
        message: full.includes(code)
            ? `The disk was full (${code}).`
            : `A file could not be written (${error.message}).`,
        hint: full.includes(code)
            ? errors/* diskFullHint */.oH
            : 'Make the folder writable for the runner, or set RUNNER_TOOL_CACHE to one that is.',
        cause: error,
    });
}
/** Whether a system's error is about a disk that is full. */
function isDiskFull(error) {
    return full.includes((0,files/* errorCode */.CA)(error) ?? '');
}
/** The error behind a line that a library printed before it tries again, where that is in vain. */
function readDiskError(line) {
    const code = /^(E[A-Z]+): /.exec(line)?.[1] ?? '';
    const isInVain = full.includes(code) || limitOf(code) !== null;
    return isInVain ? Object.assign(new Error(line), { code }) : null;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/domain/build.ts
var domain_build = __nccwpck_require__(4776);
// EXTERNAL MODULE: ./src/install/tool-cache.ts
var tool_cache = __nccwpck_require__(3814);
;// CONCATENATED MODULE: ./src/install/stable-path.ts






/**
 * The path that an installation has whatever its build: a link beside it, without the build in its
 * name, which leads to the newest build that is there. What names an interpreter by it, a virtual
 * environment above all, outlives the next build of the same version. The installation's own path
 * where a newer build is there, or where no link can be made. Never throws.
 */
async function stablePath(toolCache, installation) {
    const alias = (0,tool_cache/* installationFolder */.Tt)(toolCache, { ...installation, build: null });
    try {
        if (await hasNewerBuild(alias, installation))
            return installation.path;
        await point(alias, installation.path);
        return alias;
    }
    catch {
        return installation.path;
    }
}
/** Whether a build of the same Python is there that came after this one. */
async function hasNewerBuild(alias, installation) {
    const { build } = installation;
    const marks = (0,domain_python/* marksOf */.Ok)(installation)
        .map(mark => `-${mark}`)
        .join('');
    const name = external_node_path_default().basename(alias);
    const start = `${name.slice(0, name.length - marks.length)}-`;
    const end = `${marks}.complete`;
    const names = await (0,promises_.readdir)(external_node_path_default().dirname(alias));
    return names
        .filter(name => name.startsWith(start) && name.endsWith(end))
        .map(name => name.slice(start.length, -end.length))
        .some(other => /^[\w.]+$/.test(other) && (0,domain_build/* compareBuilds */.V)(other, build) > 0);
}
/** Makes a link lead to a folder beside it, in one step where the system has one. */
async function point(alias, folder) {
    // A link that is moved with its tool cache still leads beside it; junctions know no such path.
    const target = process.platform === 'win32' ? folder : external_node_path_default().basename(folder);
    const found = await (0,promises_.readlink)(alias).catch(() => null);
    if (found !== null && external_node_path_default().resolve(external_node_path_default().dirname(alias), found) === external_node_path_default().resolve(folder))
        return;
    const temporary = `${alias}.${(0,external_node_crypto_.randomUUID)()}`;
    await (0,promises_.symlink)(target, temporary, 'junction');
    try {
        // Windows renames nothing onto a junction.
        if (process.platform === 'win32' && found !== null)
            await (0,promises_.rm)(alias);
        await (0,promises_.rename)(temporary, alias);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}

// EXTERNAL MODULE: ./src/io/host.ts
var io_host = __nccwpck_require__(2224);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./src/io/optimizer.ts


/** Longer than the optimizer takes for one function. */
const patienceMs = 100;
/**
 * Lets V8 optimize no further code. An exit while it does so in the background can wait for that
 * for ever (nodejs/node#54918): the step would not end, and neither would the job. It is seldom,
 * but there are many jobs. To be called when what takes long in JavaScript is over; what follows
 * is mostly waiting, and takes less processor time without.
 */
function stopOptimizing() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-maglev');
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--no-opt');
}
/** Resolves when what was being optimized is done, for an exit that comes right after hard work. */
async function optimizerToRest() {
    stopOptimizing();
    await (0,external_node_timers_promises_.setTimeout)(patienceMs);
}

// EXTERNAL MODULE: ./src/io/output.ts + 1 modules
var output = __nccwpck_require__(771);
;// CONCATENATED MODULE: ./src/io/signals.ts
/** Calls back when the runner asks the process to end, as it does for a cancelled job. */
function onStopSignal(stop) {
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, stop);
}

// EXTERNAL MODULE: ./src/io/child.ts
var io_child = __nccwpck_require__(8774);
// EXTERNAL MODULE: ./src/io/command.ts
var command = __nccwpck_require__(8029);
;// CONCATENATED MODULE: ./src/bytecode/failure.ts




/** The error for the step: which interpreter, which file, what happened, and its last words. */
function compileFailure(parts) {
    const { job, trouble, source, stderr } = parts;
    const { label, pythonPath } = job;
    const limit = failure_limitOf(trouble);
    if (limit !== null) {
        return new errors/* ActionError */.lZ({
            code: 'MACHINE_LIMIT',
            message: `Compiling the standard library of ${label} failed: ${limit.found} (${limit.sign}).`,
            hint: limit.hint,
            ...causeOf(trouble),
        });
    }
    const lastWords = stderr === '' ? '' : `. Its last lines:\n${(0,command/* lastLines */.w$)(stderr, shownLines)}`;
    if (trouble.kind === 'not-running') {
        return new errors/* ActionError */.lZ({
            code: 'INTERPRETER_BROKEN',
            message: `${label} does not run on this machine: ${pythonPath} ${(0,io_child/* describeEnd */.lA)(trouble.end)}${lastWords}`,
            hint: 'It may be built for another architecture or libc: check the inputs architecture and libc.',
            ...causeOf(trouble),
        });
    }
    const refusal = readRefusal(stderr);
    if (refusal !== null) {
        return new errors/* ActionError */.lZ({
            code: 'COMPILE_FAILED',
            message: `Compiling the standard library of ${label} failed: ${refusal.found}.`,
            hint: refusal.hint,
        });
    }
    const at = source === undefined ? '' : ` at ${source.path}${leeway(trouble, stderr)}`;
    return new errors/* ActionError */.lZ({
        code: 'COMPILE_FAILED',
        message: `Compiling the standard library of ${label} failed${at}: ${pythonPath} ${describeTrouble(trouble)}${lastWords}`,
        hint: hintFor(trouble),
    });
}
/** What a person needs to see of a traceback: its end. */
const shownLines = 4;
/** What the system answers a worker that writes: the last line of what it complains of. */
const refusals = [
    [[28], 'ENOSPC', errors/* diskFullHint */.oH],
    // Linux has it as 122, macOS as 69.
    [[122, 69], 'EDQUOT', errors/* diskFullHint */.oH],
    [[27], 'EFBIG', 'Raise the limit on the size of files (`ulimit -f`).'],
    [[30], 'EROFS', 'The file system is read-only: make it writable, or leave out compile-bytecode.'],
    [
        [13, 1],
        'EACCES',
        'The installation belongs to another user: run the job as that user, or leave out compile-bytecode.',
    ],
];
/** Why a worker could not write, and where; `null` where that was not the trouble. */
function readRefusal(stderr) {
    // The last one: what it did about the first one was refused, too.
    const errors = stderr.matchAll(/^\w*Error: \[(?:Errno|WinError) (\d+)\] .*?: '(.*?)'/gm);
    const [, errno, file = ''] = [...errors].at(-1) ?? [];
    const refusal = refusals.find(([errnos]) => errnos.includes(Number(errno)));
    if (refusal === undefined)
        return null;
    const [, code, hint] = refusal;
    const folder = file.replace(/[/\\]([^/\\]*\.(pyc|tmp)(\.\w+)*)?$/, '');
    return { found: `the folder ${folder} cannot be written to (${code})`, hint };
}
function failure_limitOf(trouble) {
    if (trouble.kind === 'out-of-memory') {
        const limit = limitOnStart('ENOMEM');
        return limit && { ...limit, sign: 'MemoryError' };
    }
    if (!('end' in trouble))
        return null;
    const sign = (0,io_child/* startCode */.KH)(trouble.end) ?? (0,io_child/* endSignal */.cs)(trouble.end);
    const limit = limitOnStart((0,io_child/* startCode */.KH)(trouble.end)) ?? limitOfSignal((0,io_child/* endSignal */.cs)(trouble.end));
    return limit && sign ? { ...limit, sign } : null;
}
/** Answers come late, except from a worker that ends by an exception: it sends what it still has. */
function leeway(trouble, stderr) {
    // Windows gives 1 to what was killed, too; but that has no last words.
    const code = trouble.kind === 'ended' && trouble.end.kind === 'exited' ? trouble.end.code : null;
    return code === 1 && stderr !== '' ? '' : ' or soon after';
}
function describeTrouble(trouble) {
    switch (trouble.kind) {
        case 'not-running':
        case 'ended':
            return (0,io_child/* describeEnd */.lA)(trouble.end);
        case 'silent':
            return `did not answer for ${trouble.timeoutMs / 1000} s`;
        case 'garbage':
            return `answered with ${JSON.stringify(Buffer.from(trouble.bytes.subarray(0, 80)).toString())}`;
        case 'out-of-memory':
            return 'ran out of memory';
    }
}
function hintFor(trouble) {
    return trouble.kind === 'silent'
        ? 'On a slow machine raise UV_COMPILE_BYTECODE_TIMEOUT: seconds for one file, 0 for no limit.'
        : 'Python also works without compile-bytecode: it then compiles each module when it is imported.';
}
function causeOf(trouble) {
    return 'end' in trouble && trouble.end.kind === 'not-started' ? { cause: trouble.end.error } : {};
}

;// CONCATENATED MODULE: ./src/bytecode/worker.ts



const greeting = Buffer.from('compile_stdlib 1\n');
const statuses = new Map([
    [0x63, 'compiled'],
    [0x6b, 'unchanged'],
    [0x62, 'busy'],
    [0x75, 'uncompilable'],
    [0x6d, 'out-of-memory'],
]);
/** How long a worker may go on after `kill`, where it must not be stopped in the middle of a file. */
const graceMs = 4_000;
/** Starts the interpreter of a job as a worker. */
function startWorker(options) {
    const { job, fileTimeoutMs, onStatus } = options;
    const child = (0,io_child/* startChild */.v0)({ file: job.pythonPath, args: workerArgs(options), env: options.env });
    const inFlight = [];
    let greeted = 0;
    let killed = false;
    let failure = null;
    const describe = (trouble) => compileFailure({ job, trouble, source: inFlight[0], stderr: child.stderrTail() });
    const fail = (trouble) => {
        failure ??= describe(trouble);
        child.kill();
    };
    const watchdog = fileTimeoutMs === 0
        ? null
        : setTimeout(() => fail({ kind: 'silent', timeoutMs: fileTimeoutMs }), fileTimeoutMs);
    /** What the bytes say, or what is wrong with them. */
    const read = (bytes) => {
        for (const [index, byte] of bytes.entries()) {
            if (greeted < greeting.length) {
                if (byte !== greeting[greeted])
                    return { kind: 'garbage', bytes };
                greeted += 1;
                continue;
            }
            const status = statuses.get(byte);
            const source = status === undefined ? undefined : inFlight.shift();
            if (status === undefined || source === undefined) {
                return { kind: 'garbage', bytes: bytes.subarray(index) };
            }
            onStatus(status, source);
        }
        return null;
    };
    child.stdout.on('data', (bytes) => {
        if (killed || failure !== null)
            return;
        watchdog?.refresh();
        const trouble = read(bytes);
        if (trouble !== null)
            fail(trouble);
    });
    const ended = child.ended.then(end => {
        if (watchdog !== null)
            clearTimeout(watchdog);
        if (killed || failure !== null)
            return failure;
        if (greeted < greeting.length)
            return describe({ kind: 'not-running', end });
        if (end.kind === 'exited' && end.code === 0 && inFlight.length === 0)
            return null;
        return describe({ kind: 'ended', end });
    });
    return {
        send(sources) {
            inFlight.push(...sources);
            child.stdin.write(encodeNames(sources));
        },
        finish: () => void child.stdin.end(),
        kill() {
            killed = true;
            if (!job.published)
                return child.kill();
            // A tree that stays: half a cache would stay in it. What it was sent is done in no time.
            child.stdin.end();
            setTimeout(() => child.kill(), graceMs).unref();
        },
        ended,
    };
}
/** The interpreter's arguments; the environment has no part in what it does then. */
function workerArgs({ job, workerPath, }) {
    // -I: no PYTHON* variables, no user site. -S: no site. -B: writes no caches but those it is asked for.
    // utf8: file names mean the same in every locale.
    const flags = ['-I', '-S', '-B', '-X', 'utf8'];
    return [
        ...flags,
        workerPath,
        job.mode,
        // Windows: the form of a path that may be longer than 260 characters.
        external_node_path_default().toNamespacedPath(external_node_path_default().resolve(job.root)) + (external_node_path_default()).sep,
        external_node_path_default().resolve(job.finalPath) + (external_node_path_default()).sep,
        job.published ? 'atomic' : 'direct',
    ];
}
function encodeNames(sources) {
    return sources.map(source => `${source.path}\0`).join('');
}

;// CONCATENATED MODULE: ./src/bytecode/pool.ts




/**
 * What a worker has before it, in bytes of source: much at first (about 80 ms), so that none runs
 * dry while this process has other things to do; less and less towards the end, so that none sits
 * on what others could do.
 */
const windowBytes = { most: 512_000, least: 16_000 };
/** What a file costs besides its bytes, as if it were bytes. */
const bytesPerFile = 2_000;
/** A job with less to do than what starting another worker costs gets none. */
const workerWorthBytes = 100_000;
/** Makes a pool of compile workers, for all installations of a step. */
function createCompilePool(options) {
    const { slots, fileTimeoutMs, env, signal } = options;
    const workerPath = options.workerPath ?? external_node_path_default().join(import.meta.dirname, 'compile_stdlib.py');
    const runs = new Set();
    const workers = new Set();
    let closed = null;
    /** First come, first served: the sooner an installation is whole, the sooner it is published. */
    function fillSlots() {
        for (const run of runs) {
            while (workers.size < slots && wantsWorker(run))
                addWorker(run);
        }
    }
    function addWorker(run) {
        let pendingBytes = 0;
        /** Gets no more: its memory is spent. */
        let isSpent = false;
        const worker = startWorker({
            job: run.job,
            workerPath,
            fileTimeoutMs,
            env,
            onStatus(status, source) {
                if (status === 'out-of-memory')
                    return tryAgain(source);
                run.counts[status] += 1;
                run.doneFiles += 1;
                run.job.onProgress?.(run.doneFiles, run.sources.length);
                pendingBytes -= cost(source);
                if (pendingBytes < windowFor(run) / 2)
                    feed();
            },
        });
        function tryAgain(source) {
            if (run.starved.has(source)) {
                const trouble = { kind: 'out-of-memory' };
                fail(run, compileFailure({ job: run.job, trouble, source, stderr: '' }));
                return;
            }
            run.starved.add(source);
            run.sources.push(source);
            run.bytesLeft += cost(source);
            isSpent = true;
            worker.finish();
        }
        function feed() {
            if (isSpent)
                return;
            const batch = takeBatch(run, windowFor(run) - pendingBytes);
            if (batch.length === 0)
                return;
            pendingBytes += batch.reduce((sum, source) => sum + cost(source), 0);
            worker.send(batch);
            if (isHandedOut(run))
                for (const each of run.workers)
                    each.finish();
        }
        workers.add(worker);
        run.workers.add(worker);
        run.startedAtMs ??= performance.now();
        feed();
        void worker.ended.then(failure => {
            workers.delete(worker);
            run.workers.delete(worker);
            if (failure !== null)
                fail(run, failure);
            if (run.workers.size === 0)
                settle(run);
            fillSlots();
        });
    }
    function windowFor({ bytesLeft }) {
        const share = bytesLeft / (2 * slots);
        return Math.max(windowBytes.least, Math.min(windowBytes.most, share));
    }
    function fail(run, reason) {
        run.failure ??= { reason };
        for (const worker of run.workers)
            worker.kill();
    }
    function settle(run) {
        if (run.failure === null && !isHandedOut(run))
            return;
        runs.delete(run);
        const finishedAtMs = performance.now();
        const startedAtMs = run.startedAtMs ?? finishedAtMs;
        if (run.failure === null)
            run.settle.resolve({ ...run.counts, startedAtMs, finishedAtMs });
        else
            run.settle.reject(run.failure.reason);
    }
    function shutDown(reason) {
        closed ??= { reason };
        for (const run of runs) {
            fail(run, reason);
            if (run.workers.size === 0)
                settle(run);
        }
    }
    const onAbort = () => shutDown(signal.reason);
    if (signal.aborted)
        onAbort();
    else
        signal.addEventListener('abort', onAbort, { once: true });
    return {
        async compile(job) {
            if (closed !== null)
                throw closed.reason;
            const run = newRun(job);
            runs.add(run);
            if (isHandedOut(run))
                settle(run);
            else
                fillSlots();
            return await run.settle.promise;
        },
        async close() {
            signal.removeEventListener('abort', onAbort);
            shutDown(poolClosed());
            await Promise.all([...workers].map(worker => worker.ended));
        },
    };
}
function newRun(job) {
    const sources = job.sources.toSorted((a, b) => b.sizeBytes - a.sizeBytes);
    return {
        job,
        sources,
        starved: new Set(),
        workers: new Set(),
        counts: { compiled: 0, unchanged: 0, busy: 0, uncompilable: 0 },
        settle: Promise.withResolvers(),
        doneFiles: 0,
        next: 0,
        bytesLeft: sources.reduce((sum, source) => sum + cost(source), 0),
        startedAtMs: null,
        failure: null,
    };
}
function wantsWorker(run) {
    if (run.failure !== null || isHandedOut(run))
        return false;
    return run.workers.size === 0 || run.bytesLeft > workerWorthBytes;
}
/** Takes sources off a run until they weigh as much as there is room for. */
function takeBatch(run, roomBytes) {
    const batch = [];
    let takenBytes = 0;
    for (let source = run.sources[run.next]; source !== undefined; source = run.sources[run.next]) {
        if (takenBytes >= roomBytes)
            break;
        batch.push(source);
        takenBytes += cost(source);
        run.next += 1;
    }
    run.bytesLeft -= takenBytes;
    return batch;
}
function isHandedOut(run) {
    return run.next === run.sources.length;
}
function cost(source) {
    return source.sizeBytes + bytesPerFile;
}
function poolClosed() {
    return new errors/* ActionError */.lZ({
        code: 'CANCELLED',
        message: 'Compiling the standard library was cancelled',
        hint: 'Something else in this step failed, or the job was cancelled.',
    });
}

// EXTERNAL MODULE: ./src/cache/policy.ts
var policy = __nccwpck_require__(4798);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
// EXTERNAL MODULE: ./src/io/error-message.ts
var error_message = __nccwpck_require__(476);
// EXTERNAL MODULE: ./src/io/process-group.ts
var process_group = __nccwpck_require__(1619);
// EXTERNAL MODULE: ./src/io/waiting.ts
var io_waiting = __nccwpck_require__(5155);
// EXTERNAL MODULE: ./src/io/process-environment.ts
var process_environment = __nccwpck_require__(2077);
;// CONCATENATED MODULE: ./src/cache/client-environment.ts

/**
 * All that the cache client and its `tar` may see of the job. What is missing here is missing on
 * purpose: `TAR_OPTIONS` would change the archives, `RUNNER_DEBUG` would list every file of them.
 */
const passedOn = [
    ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'],
    ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_MODE', 'ACTIONS_ORCHESTRATION_ID'],
    ...['GITHUB_SERVER_URL', 'RUNNER_TRACKING_ID'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
    ...['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
    ...['PATH', 'HOME', 'TMPDIR'],
    ...['PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'PROGRAMFILES'],
    ...['TEMP', 'TMP', 'USERPROFILE'],
];
/** The variables of the cache process. */
function cacheEnvironment(env, own, platform = process.platform) {
    const variables = {};
    for (const [name, value] of Object.entries(env)) {
        // The process copies them into an object that distinguishes case on Windows too, where PATH is spelt Path.
        const spelling = platform === 'win32' ? name.toUpperCase() : name;
        if (value !== undefined && passedOn.includes(spelling))
            variables[spelling] = value;
    }
    return { ...variables, ...(0,process_environment/* plainLanguage */.No)(platform), ...own };
}

;// CONCATENATED MODULE: ./src/cache/own-folder.ts


/**
 * Makes the folder below `temp`. The library puts paths into commands without quotes, which are cut at
 * their spaces: where there are any, all paths are relative, and a link leads to the root. Its commands
 * run in the working directory or in a folder beside it, and what it is told has to mean the same
 * from both. Throws the system's error.
 */
function makeOwnFolder(root, temp) {
    if (!(0,external_node_fs_.existsSync)(root))
        (0,external_node_fs_.mkdirSync)(root, { recursive: true });
    const folder = (0,external_node_fs_.mkdtempSync)(external_node_path_default().join(temp, 'cache-'));
    // Its working directory is its root, unless a variable says otherwise.
    const direct = { path: folder, cwd: root, prefix: '', env: { RUNNER_TEMP: folder } };
    if (!/\s/.test((0,external_node_fs_.realpathSync)(root) + folder))
        return direct;
    const cwd = external_node_path_default().join(folder, 'cwd');
    (0,external_node_fs_.mkdirSync)(cwd);
    try {
        (0,external_node_fs_.symlinkSync)(root, external_node_path_default().join(cwd, 'root'), 'junction');
    }
    catch {
        // Windows has none that lead to the network.
        return direct;
    }
    const env = { RUNNER_TEMP: '..', GITHUB_WORKSPACE: '../cwd/root' };
    return { path: folder, cwd, prefix: 'root/', env };
}

;// CONCATENATED MODULE: ./src/cache/status.ts
/** As clauses for the log; `…` stands for the detail. */
const clauses = {
    mode: 'ACTIONS_CACHE_MODE is …',
    'read-denied': 'this run may not read the cache',
    'write-denied': 'this run may not write to the cache',
    unreachable: 'the cache service cannot be reached (…)',
    unavailable: 'the cache service answered …',
    silent: 'the cache service did not respond for … s',
    packing: 'tar was not ready after … s',
    client: 'the cache client says “…”',
    ended: 'the cache client has ended',
    closed: 'the cache is closed',
};
/** Whether the cache is no use to this job any more. */
function isOutage({ obstacle }) {
    return !isRefusal(obstacle) && obstacle !== 'client';
}
/** With the obstacle in words. */
function notDone(obstacle, detail = '') {
    const reason = clauses[obstacle].replace('…', () => String(detail));
    return { kind: isRefusal(obstacle) ? 'skipped' : 'failed', obstacle, reason };
}
function isRefusal(obstacle) {
    return ['mode', 'read-denied', 'write-denied'].includes(obstacle);
}

;// CONCATENATED MODULE: ./src/cache/result.ts

/** Reads a restore's end. The service takes every key for a prefix, and we only the one that is meant so. */
function toRestoreResult(keys, outcome, prefix) {
    const { lines, end } = outcome;
    if (end.kind === 'returned' && typeof end.value === 'string') {
        const key = end.value;
        const isWanted = keys.includes(key) || (prefix !== undefined && key.startsWith(prefix));
        return isWanted ? { kind: 'hit', key, sizeBytes: findSize(lines) } : { kind: 'miss' };
    }
    return obstacleOf(outcome) ?? { kind: 'miss' };
}
/** Reads a save's end. */
function toSaveResult(outcome) {
    const { lines, answer, end } = outcome;
    if (end.kind === 'returned' && end.value !== -1) {
        return { kind: 'saved', sizeBytes: findSize(lines) };
    }
    if (answer === 409 || findMatch(lines, /already exists/i))
        return { kind: 'exists' };
    return obstacleOf(outcome) ?? notDone('client', brief(lines.at(-1)));
}
/** What stood in the way of a call, or does so by now; `null` where nothing tells of it. */
function obstacleOf({ lines, answer, end }) {
    if (end.kind === 'lost')
        return end.why;
    if (end.kind === 'threw')
        return notDone('client', brief(end.message));
    const mode = findMatch(lines, /cache-mode '([\w-]*)' does not permit/)?.[1];
    if (mode !== undefined)
        return notDone('mode', mode);
    const denied = findMatch(lines, /cache (read|write) denied:/)?.[1];
    if (denied !== undefined)
        return notDone(denied === 'read' ? 'read-denied' : 'write-denied');
    if (typeof answer === 'string')
        return notDone('unreachable', answer);
    if (answer === 429 || (answer ?? 0) >= 500)
        return notDone('unavailable', answer ?? '');
    const complaint = findComplaint(lines);
    return complaint === null ? null : notDone('client', brief(complaint));
}
/** The key of the entry that the service has offered, whatever became of it then. */
function findOffered(lines) {
    return findMatch(lines, /^Cache hit for(?: restore-key)?: (.*)$/)?.[1] ?? null;
}
/** Whether a line says that there is an entry, to be fetched now. */
function isOffer(line) {
    return /^Archive path: /i.test(line);
}
/** The line that says most about a failure. */
function findComplaint(lines) {
    // That an archive cannot be deleted is what it says after any other failure.
    const failures = lines.filter(line => /^Failed to (?!delete archive)/.test(line));
    // The library calls every failed reservation a race, and tells those who debug the truth.
    const failure = failures.find(line => line.startsWith('Failed to reserve')) ?? failures.at(-1);
    // It may still be at it.
    if (failure === undefined)
        return lines.at(-1)?.match(/^Attempt .*/)?.[0] ?? null;
    const full = lines.find(line => /no space left on device/i.test(line));
    if (full !== undefined || !/ failed with exit code \d/.test(failure))
        return full ?? failure;
    const said = lines.slice(lines.findLastIndex(line => line.startsWith('[command]')) + 1);
    return said.find(line => /^\S+: \S/.test(line)) ?? failure;
}
function findMatch(lines, pattern) {
    for (const line of lines) {
        const match = pattern.exec(line);
        if (match !== null)
            return match;
    }
    return null;
}
function findSize(lines) {
    const size = findMatch(lines, /^(?:Cache Size: .*\(|File Size: )(\d+)/)?.[1];
    return size === undefined ? null : Number(size);
}
/** One line of a length that suits a log. */
function brief(text = 'nothing') {
    const line = text.trim().replaceAll(/\s+/g, ' ');
    return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}

;// CONCATENATED MODULE: ./src/cache/silence.ts
/** How often the process sends one where the machine lets it. */
const beatMs = 250;
const usualDeadlines = {
    lookupMs: 10_000,
    transferMs: 60_000,
    packingMs: 600_000,
};
/** A call's silence one beat later; `isLookup`: the service has not said yet whether it has the entry. */
function afterBeat(before, beat, isLookup) {
    const { bytes, isPacking, waitedMs } = beat;
    const { id } = before;
    // Sent before the call was heard, and read after it was made: this process had no processor then.
    if (beat.lastId < id)
        return before;
    const phase = isLookup ? 'lookup' : isPacking ? 'packing' : 'transfer';
    // Retries move bytes as well, and a lookup is worth waiting for just so long.
    const isAlive = phase !== before.phase || (phase === 'transfer' && bytes !== before.bytes);
    return { id, phase, bytes, silentMs: isAlive ? 0 : before.silentMs + waitedMs };
}
/** The limit that a silence has passed, in ms; `null`: none yet. */
function passedLimit({ phase, silentMs }, deadlines) {
    const limits = {
        lookup: deadlines.lookupMs,
        transfer: deadlines.transferMs,
        packing: deadlines.packingMs,
    };
    return silentMs >= limits[phase] ? limits[phase] : null;
}

;// CONCATENATED MODULE: ./src/cache/client.ts













/** `cache-process.ts` beside this file, or `cache-process.js` beside the bundle. */
const script = external_node_path_default().join(import.meta.dirname, `cache-process${external_node_path_default().extname(import.meta.filename)}`);
/** Without any sign from the process, however slow the machine. */
const frozenMs = 120_000;
/** Starts the process; where that cannot be done, calls say why. */
function startClient({ root, temp, env, log, ...options }) {
    const deadlines = { ...usualDeadlines, ...options.deadlines };
    const pending = new Map();
    let refusal = null;
    let isStopped = false;
    let lastId = 0;
    let own = null;
    let child = null;
    try {
        own = makeOwnFolder(root, temp);
        child = startProcess(own, env);
    }
    catch (error) {
        refusal = notDone('client', (0,error_message/* messageOf */.b)(error));
    }
    const frozen = (0,io_waiting/* startDeadline */.d)(frozenMs);
    frozen.signal.addEventListener('abort', () => void stop(notDone('ended')), { once: true });
    const exited = child === null ? null : (0,external_node_events_.once)(child, 'exit').catch(() => { });
    child?.on('message', (message) => {
        frozen.refresh();
        if (message.kind === 'beat')
            for (const call of pending.values())
                count(call, message);
        else
            hear(message);
    });
    child?.once('error', error => void stop(notDone('client', error.message)));
    child?.once('exit', () => void stop(notDone('ended')));
    function hear(report) {
        const call = pending.get(report.id);
        if (call === undefined)
            return;
        if (report.kind === 'answered')
            call.answer = report.answer;
        else if (report.kind !== 'wrote')
            call.end(report);
        else {
            for (const { text } of (0,output/* readLines */.Se)(report.text)) {
                call.lines.push(text);
                call.log(text);
                if (isOffer(text))
                    call.isLookup = false;
            }
        }
    }
    /** Silence of one call ends them all: none can be stopped alone, and none may write after its end. */
    function count(call, beat) {
        call.silence = afterBeat(call.silence, beat, call.isLookup);
        const limitMs = passedLimit(call.silence, deadlines);
        if (limitMs === null)
            return;
        const silent = notDone(call.silence.phase === 'packing' ? 'packing' : 'silent', limitMs / 1000);
        const sofar = { ...call, end: { kind: 'returned', value: undefined } };
        void stop(obstacleOf(sofar) ?? silent);
    }
    async function stop(why) {
        refusal ??= why;
        frozen.clear();
        if (child?.pid !== undefined && !isStopped)
            (0,process_group/* endGroup */.N)(child.pid);
        isStopped = true;
        for (const { end } of pending.values())
            end({ kind: 'lost', why });
        await exited;
    }
    return {
        call: async (call) => {
            const lines = [];
            if (child === null || refusal !== null) {
                const why = refusal ?? notDone('ended');
                return { lines, answer: null, end: { kind: 'lost', why } };
            }
            const id = ++lastId;
            const { promise, resolve } = Promise.withResolvers();
            const isLookup = call.kind === 'restore';
            const made = {
                lines,
                log: line => log(`${call.folders.join(', ')}: ${line}`),
                end: resolve,
                answer: null,
                isLookup,
                silence: { id, phase: isLookup ? 'lookup' : 'transfer', bytes: 0, silentMs: 0 },
            };
            pending.set(id, made);
            const folders = call.folders.map(folder => `${own?.prefix}${folder}`);
            child.send({ ...call, id, folders }, () => { });
            const end = await promise;
            pending.delete(id);
            return { lines, answer: made.answer, end };
        },
        close: async () => {
            await stop(notDone('closed'));
            if (own !== null)
                await (0,files/* removeTree */.dM)(own.path);
        },
    };
}
function startProcess(own, env) {
    return (0,external_node_child_process_.fork)(script, [], {
        ...process_group/* ownGroup */.E,
        cwd: own.cwd,
        env: cacheEnvironment(env, own.env),
        execArgv: [],
        // What the library writes past our interception is for nobody.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
}

;// CONCATENATED MODULE: ./src/cache/store.ts






/** Starts the cache's process, which loads the library while the job does other things. */
function openStore(options) {
    const { root, temp = root, env, log, deadlines, signal } = options;
    const { service = { outage: null } } = options;
    const token = env.ACTIONS_RUNTIME_TOKEN;
    const show = (text) => redact(token ? text.replaceAll(token, '***') : text);
    const client = startClient({ root, temp, env, deadlines, log: line => log(show(line)) });
    const close = () => void client.close();
    signal.addEventListener('abort', close, { once: true });
    /** Keys that are taken: entries never change, a spoilt one no more than others. */
    const taken = new Set();
    function conclude(result) {
        if (!('obstacle' in result))
            return result;
        const { kind, obstacle } = result;
        const shown = { kind, obstacle, reason: show(result.reason) };
        if (isOutage(shown))
            service.outage = shown;
        return { ...result, ...shown };
    }
    return {
        restore: async (keys, restored, { prefix } = {}) => {
            if (service.outage !== null)
                return service.outage;
            const folders = [restored].flat();
            const asked = prefix === undefined ? keys : [...keys, prefix];
            const outcome = await client.call({ kind: 'restore', keys: asked, folders });
            const offered = findOffered(outcome.lines);
            if (offered !== null)
                taken.add(offered);
            const result = toRestoreResult(keys, outcome, prefix);
            // Half an entry, or one that only shares the beginning of its key with ours.
            if (result.kind !== 'hit') {
                for (const folder of folders)
                    await (0,files/* removeTree */.dM)(external_node_path_default().join(root, folder)).catch(() => { });
            }
            return conclude(result);
        },
        save: async (key, saved) => {
            if (taken.has(key) || service.outage !== null)
                return { kind: 'needless' };
            return conclude(toSaveResult(await client.call({ kind: 'save', key, folders: [saved].flat() })));
        },
        close: async () => {
            signal.removeEventListener('abort', close);
            await client.close();
        },
    };
}

// EXTERNAL MODULE: ./src/install/staging.ts
var install_staging = __nccwpck_require__(8190);
;// CONCATENATED MODULE: ./src/io/memory.ts

/** How much memory this job may use, in bytes: what its control group allows, else what the machine has. */
function usableMemory() {
    // Without a limit it is zero, or more than any machine has.
    const limit = process.constrainedMemory();
    return limit > 0 ? Math.min(limit, (0,external_node_os_.totalmem)()) : (0,external_node_os_.totalmem)();
}

;// CONCATENATED MODULE: ./src/job/context.ts









/**
 * Opens the context for as long as the work takes, and leaves nothing behind. Where there can
 * be nothing to install, nothing is written and no cache is asked.
 */
async function withJobContext({ processEnv, ...options }, { mayInstall }, work) {
    const { inputs, toolCache, log, signal } = options;
    const staging = (0,install_staging/* createStaging */.q)(toolCache);
    const env = (0,process_environment/* childEnvironment */.Qc)(processEnv, process.platform);
    const pool = createCompilePool({
        slots: compileSlots({ processors: (0,external_node_os_.availableParallelism)(), memoryBytes: usableMemory() }),
        fileTimeoutMs: inputs.compileTimeoutMs,
        env,
        signal,
    });
    const service = { outage: null };
    const deadlines = inputs.patience.cache;
    const openStoreAt = (root, temp = root) => openStore({ root, temp, env: processEnv, log: log.debug, deadlines, service, signal });
    let store = null;
    let refusal = null;
    const requireStaging = () => {
        if (refusal !== null)
            throw refusal.reason;
    };
    try {
        if (mayInstall) {
            refusal = await staging.open().then(() => null, (reason) => ({ reason }));
            if (refusal === null && usesCache(options, processEnv))
                store = openStoreAt(staging.path);
        }
        return await work({
            ...options,
            jobEnv: processEnv,
            staging: staging.path,
            pool,
            store,
            openStore: openStoreAt,
            env,
            requireStaging,
        });
    }
    finally {
        await Promise.all([pool.close(), store?.close()]);
        if (mayInstall)
            await staging.remove();
    }
}
function usesCache({ inputs, log }, env) {
    // A pip of its own takes seconds to install, too.
    const paysOff = inputs.bytecode !== null || inputs.pipVersion !== null;
    const { enabled, reason } = (0,policy/* decideCache */.xk)(inputs.cachePython, env, { paysOff });
    log.info(`The Actions cache is ${enabled ? 'on' : 'off'}: ${reason}.`);
    return enabled;
}
/** The place of a Python in the making. */
function treePathsOf({ toolCache, staging }, python) {
    return {
        folder: (0,install_staging/* folderInStaging */.J)(staging, python),
        finalPath: (0,tool_cache/* installationFolder */.Tt)(toolCache, python),
    };
}

// EXTERNAL MODULE: ./src/report/format.ts
var format = __nccwpck_require__(2011);
;// CONCATENATED MODULE: ./src/job/disk-space.ts




/** With bytecode, of CPython 3.14 on Linux: an archive of 30 MB, and what it unpacks to. */
const version = { size: '150 MB', files: 3_000 };
/** Adds to an error about a full disk how much is free there, now that the job has cleaned up. */
async function addDiskSpace(error, folder) {
    if (!(error instanceof errors/* ActionError */.lZ))
        return error;
    if (error.hint !== errors/* diskFullHint */.oH && !isDiskFull(error.cause))
        return error;
    const found = await (0,promises_.statfs)(folder).catch(() => null);
    if (found === null)
        return error;
    const isOutOfFiles = found.files > 0 && found.ffree < version.files;
    const free = isOutOfFiles
        ? `has room for ${(0,format/* formatNumber */.ZV)(found.ffree)} more files, and a version takes about ${(0,format/* formatNumber */.ZV)(version.files)}`
        : `has ${(0,format/* formatBytes */.z3)(found.bavail * found.bsize)} free, and a version takes about ${version.size}`;
    return new errors/* ActionError */.lZ({
        code: error.code,
        message: `${error.message.replace(/\.$/, '')}: ${folder} ${free}.`,
        hint: errors/* diskFullHint */.oH,
        cause: error.cause,
    });
}

;// CONCATENATED MODULE: ./src/report/bytecode-line.ts

/** The one line about the bytecode of a job's results; `null` where none was wanted. */
function describeBytecode(results) {
    const compilations = results.map(({ compilation }) => compilation);
    const downloads = results.flatMap(({ spans }) => spans.filter(({ stage }) => stage === 'download'));
    return summarizeBytecode(compilations, downloads);
}
/**
 * The one line about bytecode: `Bytecode compiled 2,074 files for 2 versions in 1.9 s (1.1 s of it
 * during downloads), skipped 1 incompatible version`. `null` where none was wanted.
 */
function summarizeBytecode(compilations, downloads) {
    const versions = compilations.filter(({ kind }) => kind !== 'unwanted');
    if (versions.length === 0)
        return null;
    const outcomes = versions.flatMap(version => version.kind === 'compiled' ? [version.outcome] : []);
    // Where every cache proved valid, the record of it was all that was missing.
    const done = outcomes.filter(({ compiled, unchanged }) => compiled > 0 || unchanged === 0);
    const present = versions.filter(({ kind }) => kind === 'there-already').length;
    const incompatible = versions.filter(({ kind }) => kind === 'incompatible').length;
    const busy = outcomes.reduce((sum, outcome) => sum + outcome.busy, 0);
    const uncompilable = outcomes.reduce((sum, outcome) => sum + outcome.uncompilable, 0);
    const parts = [
        ...(done.length > 0 ? [describeCompiled(done, downloads)] : []),
        ...some(outcomes.length - done.length + present, 'version', n => `was already there for ${n}`),
        ...some(busy, 'file', n => `left ${n} that other programs have open`),
        ...some(uncompilable, 'uncompilable file', n => `skipped ${n}`),
        ...some(incompatible, 'incompatible version', n => `skipped ${n}`),
    ];
    return `Bytecode ${parts.join(', ')}`;
}
function describeCompiled(outcomes, downloads) {
    const files = outcomes.reduce((sum, { compiled }) => sum + compiled, 0);
    const compiling = outcomes.map(({ startedAtMs, finishedAtMs }) => ({
        startMs: startedAtMs,
        endMs: finishedAtMs,
    }));
    const time = (0,format/* formatDuration */.a3)(unionMs(compiling));
    const overlap = (0,format/* formatDuration */.a3)(unionMs(overlaps(compiling, downloads)));
    const during = overlap === (0,format/* formatDuration */.a3)(0) ? '' : ` (${overlap} of it during downloads)`;
    return `compiled ${(0,format/* formatCount */.B4)(files, 'file')} for ${(0,format/* formatCount */.B4)(outcomes.length, 'version')} in ${time}${during}`;
}
/** How long at least one of the intervals was under way. */
function unionMs(intervals) {
    let totalMs = 0;
    let reachedMs = Number.NEGATIVE_INFINITY;
    for (const { startMs, endMs } of intervals.toSorted((a, b) => a.startMs - b.startMs)) {
        totalMs += Math.max(0, endMs - Math.max(startMs, reachedMs));
        reachedMs = Math.max(reachedMs, endMs);
    }
    return totalMs;
}
function overlaps(some, others) {
    return some
        .flatMap(a => others.map(b => ({
        startMs: Math.max(a.startMs, b.startMs),
        endMs: Math.min(a.endMs, b.endMs),
    })))
        .filter(({ startMs, endMs }) => startMs < endMs);
}
function some(number, noun, phrase) {
    return number === 0 ? [] : [phrase((0,format/* formatCount */.B4)(number, noun))];
}

// EXTERNAL MODULE: ./src/report/job-environment.ts
var job_environment = __nccwpck_require__(2365);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./src/report/log.ts



/**
 * The log. What it shows may come from a list, an archive or a server, so nothing that is
 * written can begin a line of its own or be read as a command by the runner, and no address shows a
 * secret.
 */
const log = {
    info: (text) => core/* info */.pq(sanitize(text)),
    debug: (text) => core/* debug */.Yz(sanitize(text)),
    notice: (text) => core/* notice */.lm(sanitize(text)),
    warning: (text) => core/* warning */.$e(sanitize(text)),
    error: (text, title) => core/* error */.z3(sanitize(text), { title }),
    /** Secondary matter, dimmed where colours are shown. */
    aside: (text) => core/* info */.pq(`\u001b[2m${sanitize(text)}\u001b[22m`),
    /** Folds what is logged in the meantime under a title. */
    group: (title, work) => core/* group */.Os(sanitize(title), work),
};
/** More than any line of ours has; taking out escape sequences can take as long as the square of this. */
const longestLine = 8_000;
/** A text as one line of a sensible length that the runner reads as text. */
function sanitize(text) {
    const bounded = text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
    return redact((0,external_node_util_namespaceObject.stripVTControlCharacters)(bounded))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/^\s*::/, ' : :')
        .replaceAll('##[', '## [');
}

;// CONCATENATED MODULE: ./src/domain/setup-python-version.ts


const phaseNames = {
    a: 'alpha',
    b: 'beta',
    rc: 'rc',
};
/** `3.15.0-alpha.7`: a version as setup-python's manifest and npm ranges written for it spell it. */
function formatManifestVersion(version) {
    const { prerelease } = version;
    const release = (0,domain_version/* formatVersion */.qh)({ ...version, prerelease: null });
    return prerelease === null
        ? release
        : `${release}-${phaseNames[prerelease.phase]}.${prerelease.number}`;
}
/**
 * The output `python-version`, in setup-python's spelling: `3.13.1t`, `pypy3.11.15-7.3.23`,
 * `graalpy25.0.1`. Where setup-python has none (debug builds, Pyodide) it follows suit. Each can
 * be asked for again.
 */
function formatSetupPythonVersion({ implementation, version, variant, build, }) {
    switch (implementation) {
        case 'cpython':
            return `${formatManifestVersion(version)}${(0,domain_python/* variantSuffix */.n6)(variant)}`;
        case 'pypy':
        case 'pyodide':
            return `${implementation}${(0,domain_version/* formatVersion */.qh)(version)}-${build}`;
        case 'graalpy':
            return `graalpy${build}`;
    }
}

// EXTERNAL MODULE: ./src/report/command-file.ts
var command_file = __nccwpck_require__(8178);
;// CONCATENATED MODULE: ./src/report/outputs.ts





/** The result that becomes `python`. */
function defaultOf(results) {
    const found = results.find(({ isDefault }) => isDefault);
    if (found === undefined)
        throw new RangeError('no result is the default one');
    return found;
}
/** The action's outputs by name. */
function outputsOf(results) {
    const { installation } = defaultOf(results);
    return {
        'python-version': formatSetupPythonVersion(installation),
        'python-path': (0,job_environment/* pythonPath */.mw)(installation),
        'python-cache-hit': String(results.every(isWhole)),
        'python-versions': JSON.stringify(results.map(({ installation }) => formatSetupPythonVersion(installation))),
        installations: JSON.stringify(results.map(describeAnswer)),
    };
}
/** The outputs about a virtual environment. */
function environmentOutputs({ folder, isHit, key, }) {
    const outputs = { 'environment-path': folder };
    return isHit === null
        ? outputs
        : { ...outputs, 'cache-hit': String(isHit), 'cache-primary-key': key };
}
/** An entry without the bytecode that is wanted saves a download, but is no hit. */
function isWhole({ source, compilation }) {
    return source === 'cache' && compilation.kind !== 'compiled';
}
function describeAnswer({ request, installation, source }) {
    const { version, build, implementation, variant, path, bytecode } = installation;
    return {
        request,
        version: (0,domain_version/* formatVersion */.qh)(version),
        build,
        implementation,
        variant,
        path,
        'python-path': (0,job_environment/* pythonPath */.mw)(installation),
        source,
        bytecode,
    };
}
/** The outputs of a step that installs nothing. */
function resolutionOutputs({ chosen, matrix, }) {
    const versions = chosen.map(({ python }) => formatSetupPythonVersion(python));
    const defaultIndex = chosen.findIndex(({ isDefault }) => isDefault);
    return {
        'python-version': versions[defaultIndex] ?? '',
        'python-versions': JSON.stringify(versions),
        matrix: JSON.stringify(matrix),
        oldest: matrix[0] ?? '',
        newest: matrix.at(-1) ?? '',
    };
}
/** Hands the outputs to the workflow. */
function setOutputs(outputs) {
    (0,command_file/* writingTo */.g)('GITHUB_OUTPUT', () => {
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
    });
}

;// CONCATENATED MODULE: ./src/report/problem-matcher.ts


/** Beside this file, and beside the bundle. */
const matcherPath = external_node_path_default().join(import.meta.dirname, 'problem-matcher.json');
/**
 * Has the runner show the errors of later steps' tracebacks as annotations. A matcher cannot pass
 * over a line that may or may not be there, so there is one for each shape of a last frame. The
 * runner keeps a long match that was broken off, and goes on with it later: so every matcher of
 * more than three lines has one that nothing but a traceback has.
 */
function addProblemMatchers() {
    core/* info */.pq(`::add-matcher::${matcherPath.replaceAll('%', '%25')}`);
}

;// CONCATENATED MODULE: ./src/domain/installation.ts
/** The same, for people. */
const sourceNames = {
    'tool-cache': 'tool cache',
    cache: 'Actions cache',
    download: 'download',
};

;// CONCATENATED MODULE: ./src/domain/stage.ts
/** From the first beginning to the last end; milliseconds. */
function elapsedOf(spans) {
    if (spans.length === 0)
        return 0;
    const starts = spans.map(({ startMs }) => startMs);
    const ends = spans.map(({ endMs }) => endMs);
    return Math.max(...ends) - Math.min(...starts);
}

;// CONCATENATED MODULE: ./src/report/gantt.ts
/** Shorter ones could not be seen. */
const shownMs = 20;
const transferred = { tag: 'active', square: '🟦' };
/** Compilation stands out, so that one sees it run beside the downloads. */
const styles = {
    'look up': transferred,
    restore: transferred,
    download: transferred,
    unpack: { tag: null, square: '🟪' },
    compile: { tag: 'crit', square: '🟧' },
    store: { tag: 'done', square: '🟩' },
};
/** White letters can be read on each of them, and all of them on a light and on a dark page. */
const colours = {
    ...pair('activeTask', '#0969da'),
    ...pair('task', '#8250df'),
    ...pair('crit', '#bc4c00'),
    ...pair('doneTask', '#1a7f37'),
    taskTextColor: '#ffffff',
    taskTextDarkColor: '#ffffff',
    sectionBkgColor: '#8c959f',
    sectionBkgColor2: '#8c959f',
    altSectionBkgColor: '#8c959f00',
};
function pair(kind, colour) {
    return { [`${kind}BkgColor`]: colour, [`${kind}BorderColor`]: colour };
}
/** Distances between the lines of the time axis. */
const steps = [
    ...[100, 200, 500].map(count => [count, `${count}millisecond`]),
    ...[1, 2, 5, 10, 15, 30].map(count => [count * 1000, `${count}second`]),
    ...[1, 2, 5].map(count => [count * 60_000, `${count}minute`]),
];
const maxSteps = 10;
/** What ran when, as a Mermaid diagram with a legend, which GitHub draws; `null` where nothing lasted. Pure. */
function renderGantt(rows) {
    const shown = rows
        .map(({ name, phases }) => ({
        name: gantt_sanitize(name),
        phases: phases.filter(({ startMs, endMs }) => endMs - startMs >= shownMs),
    }))
        .filter(({ phases }) => phases.length > 0);
    if (shown.length === 0)
        return null;
    const all = shown.flatMap(({ phases }) => phases);
    const startMs = Math.min(...all.map(phase => phase.startMs));
    const totalMs = Math.max(...all.map(phase => phase.endMs)) - startMs;
    const names = Math.max(...shown.map(({ name }) => name.length));
    const sections = shown.flatMap(({ name, phases }) => [
        `    section ${name}`,
        ...phases.map(phase => `    ${renderTask(phase, { startMs, totalMs })}`),
    ]);
    return [
        '```mermaid',
        ...renderSettings(names),
        'gantt',
        '    dateFormat x',
        ...renderAxis(totalMs).map(line => `    ${line}`),
        '    todayMarker off',
        ...sections,
        '```',
        '',
        renderLegend(all),
    ].join('\n');
}
function renderAxis(totalMs) {
    const fitting = steps.find(([lengthMs]) => totalMs / lengthMs <= maxSteps);
    const [lengthMs, step] = fitting ?? [600_000, '10minute'];
    // Since the epoch: the minute of the hour would depend on the reader's time zone.
    return [`axisFormat ${lengthMs < 1000 ? '%s.%L s' : '%s s'}`, `tickInterval ${step}`];
}
/** A row for each Python, not for each of its bars, and room for the names at the left. */
function renderSettings(nameLength) {
    return [
        '---',
        'displayMode: compact',
        'config:',
        '  gantt:',
        // By default it is as wide as the page was when it was drawn.
        '    useWidth: 960',
        `    leftPadding: ${30 + nameLength * 7}`,
        '    barHeight: 22',
        '    fontSize: 12',
        '    sectionFontSize: 13',
        '  themeVariables:',
        ...Object.entries(colours).map(([name, colour]) => `    ${name}: '${colour}'`),
        '---',
    ];
}
function renderTask({ name, startMs, endMs }, total) {
    // Beside a bar that is too short for it, a name would lie on the next one.
    const fits = (endMs - startMs) / total.totalMs > (name.length + 1) / 100;
    const times = [startMs, endMs].map(ms => String(Math.round(ms - total.startMs)));
    const data = [styles[name].tag, ...times].filter(Boolean).join(', ');
    // A space of no width: Mermaid wants a name.
    return `${fits ? name : '#8203;'} :${data}`;
}
function renderLegend(phases) {
    const present = Object.entries(styles).filter(([name]) => {
        return phases.some(phase => phase.name === name);
    });
    const bySquare = Map.groupBy(present, ([, { square }]) => square);
    return [...bySquare]
        .map(([square, entries]) => `${square} ${entries.map(([name]) => name).join(', ')}`)
        .join(' · ');
}
/** A colon or a semicolon would end the name. */
function gantt_sanitize(name) {
    return name.replace(/[:;#,]/g, ' ');
}

;// CONCATENATED MODULE: ./src/report/phases.ts
/** The phases in the order in which they ran. */
function phasesOf({ source, compilation, spans, }) {
    const phases = [];
    for (const { stage, startMs, endMs } of spans) {
        if (stage === 'compile')
            continue;
        const name = phaseOf(stage, source);
        const last = phases.at(-1);
        // The step between two of them was too short for anything else to happen.
        if (last?.name === name)
            phases.splice(-1, 1, { ...last, endMs });
        else
            phases.push({ name, startMs, endMs });
    }
    if (compilation.kind === 'compiled') {
        // The stage's own span begins with the wait for a free processor.
        const { startedAtMs, finishedAtMs } = compilation.outcome;
        phases.push({ name: 'compile', startMs: startedAtMs, endMs: finishedAtMs });
    }
    return phases.toSorted((a, b) => a.startMs - b.startMs);
}
/** How long the phases of these names took together, in milliseconds. */
function lastedMs(phases, ...names) {
    return phases
        .filter(({ name }) => names.includes(name))
        .reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
}
function phaseOf(stage, source) {
    switch (stage) {
        case 'restore':
            return source === 'cache' ? 'restore' : 'look up';
        case 'download':
            return 'download';
        case 'verify-archive':
        case 'extract':
        case 'relocate':
            return 'unpack';
        case 'verify-interpreter':
        case 'save':
        case 'publish':
            return 'store';
    }
}

;// CONCATENATED MODULE: ./src/report/summary.ts








/**
 * The job summary: a table, a line on bytecode, one on packages and, where something was made, a
 * picture of what ran when, which the table does not repeat. Pure.
 */
function renderSummary(results, bytecodeLine, packagesLine = null) {
    const installed = distinct(results);
    const rows = [...installed].map(([name, answer]) => ({ name, phases: phasesOf(answer) }));
    const gantt = [...installed.values()].some(isMade) ? renderGantt(rows) : null;
    const packages = packagesLine === null ? null : escapeHtml(packagesLine);
    const sentences = [bytecodeLine, describeSaving([...installed.values()]), packages];
    return [
        '### Managed Pythons',
        renderTable(results),
        ...(gantt === null ? [] : [gantt]),
        ...sentences.filter(sentence => sentence !== null).map(sentence => `${sentence}.`),
    ].join('\n\n');
}
/** What was only found or restored has nothing to be seen side by side. */
function isMade({ source, compilation }) {
    return source === 'download' || compilation.kind === 'compiled';
}
/** What several requests ask for was done once. The names are the shortest that tell all apart. */
function distinct(results) {
    const byId = new Map(results.map(answer => [answer.installation.path, answer]));
    const unique = [...byId.values()];
    return new Map(unique.map(answer => {
        const name = (0,domain_python/* describePython */.ut)(answer.installation);
        const alone = unique.filter(other => (0,domain_python/* describePython */.ut)(other.installation) === name).length === 1;
        return [alone ? name : `${name} ${answer.installation.build}`, answer];
    }));
}
const none = '–';
const columns = [
    { title: 'Request', cell: ({ request }) => `<code>${escapeHtml(request)}</code>` },
    { title: 'Python', cell: describeInstallation },
    { title: 'From', cell: describeSource },
    { title: 'Size', cell: describeTransfer },
    { title: 'Bytecode', cell: summary_describeBytecode },
    { title: 'Ready after', cell: ({ spans }) => describeDuration(elapsedOf(spans)) },
];
/** A row for each request; a column in which nothing would stand is left out. */
function renderTable(results) {
    const filled = columns
        .map(({ title, cell }) => [title, ...results.map(cell)])
        .filter(([, ...cells]) => cells.some(cell => cell !== none));
    const rows = results.map((_, row) => filled.map(column => column[row + 1] ?? none));
    return [filled.map(([title]) => title), filled.map(() => '---'), ...rows]
        .map(cells => `| ${cells.join(' | ')} |`)
        .join('\n');
}
function describeInstallation({ installation: python, isDefault }) {
    const name = isDefault ? `**${(0,domain_python/* describePython */.ut)(python)}** ← python` : (0,domain_python/* describePython */.ut)(python);
    return `${name}<br><sub>${python.build}, ${(0,domain_platform/* targetTriple */.qK)(python.platform)}</sub>`;
}
function describeSource({ source }) {
    return sourceNames[source];
}
function describeTransfer({ transferredBytes }) {
    return transferredBytes === null ? none : unbroken((0,format/* formatBytes */.z3)(transferredBytes));
}
function summary_describeBytecode({ installation: { bytecode } }) {
    if (bytecode === null)
        return none;
    return `${unbroken((0,format/* formatCount */.B4)(bytecode.files, 'file'))}<br><sub>${bytecode.mode}</sub>`;
}
function describeDuration(ms) {
    return ms < 50 ? none : unbroken((0,format/* formatDuration */.a3)(ms));
}
/** Numbers stay with their units. */
function unbroken(text) {
    return text.replaceAll(' ', '&nbsp;');
}
/** What would have had to be done without the Actions cache; `null` where it had nothing. */
function describeSaving(results) {
    const restored = results.filter(({ source }) => source === 'cache');
    if (restored.length === 0)
        return null;
    const bytecodes = restored
        .filter(({ compilation }) => compilation.kind !== 'compiled')
        .flatMap(({ installation }) => installation.bytecode ?? []);
    const files = bytecodes.reduce((sum, bytecode) => sum + bytecode.files, 0);
    // They may have been compiled at the same time: no sum, but the longest is certain.
    const atLeastMs = Math.max(0, ...bytecodes.map(({ seconds }) => seconds * 1000));
    const compiling = files === 0
        ? ''
        : ` and the compiling of ${(0,format/* formatCount */.B4)(files, 'file')}, which once took at least ${(0,format/* formatDuration */.a3)(atLeastMs)}`;
    return `The Actions cache saved ${(0,format/* formatCount */.B4)(restored.length, 'download')}${compiling}`;
}
/** A request is text of the workflow's author, or of a file: it must stay text in a table's cell. */
function escapeHtml(text) {
    return text.replace(/[&<>"'|`\\[\]*_\n\r]/g, character => `&#${character.codePointAt(0)};`);
}
/** Adds a text to the job's summary page, where the runner has one. */
async function writeSummary(markdown) {
    if (!process.env.GITHUB_STEP_SUMMARY)
        return;
    await core/* summary */.z.addRaw(markdown, true).write();
}
/** A page that only says that nothing was to be done is worth nobody's look, unless it is asked for. */
function wantsSummary(choice, results) {
    if (choice !== 'auto')
        return choice === 'always';
    return results.some(({ source, compilation }) => {
        return source !== 'tool-cache' || compilation.kind === 'compiled';
    });
}

;// CONCATENATED MODULE: ./src/report/tables.ts





/** The plan as a table, a row a request; pure. */
function renderPlan(rows) {
    const cells = rows.map(({ request, origin, python, installed, isDefault }) => [
        request,
        origin,
        (0,domain_python/* describePython */.ut)(python),
        python.build,
        (0,domain_platform/* targetTriple */.qK)(python.platform),
        installed ? 'tool cache' : 'to be installed',
        isDefault ? '← python' : '',
    ]);
    return (0,format/* alignColumns */.RM)([
        ['request', 'requested by', 'Python', 'build', 'platform', 'from', ''],
        ...cells,
    ]);
}
/** Inputs that say where a list and archives come from, and what to call that. */
const sources = {
    'lock-file': 'Lock file',
    'python-downloads-json-url': 'List of Pythons',
    mirror: 'Archives',
    'pypy-mirror': 'Archives of PyPy',
};
/** The places that the workflow has chosen itself, and where it has; pure. */
function renderSources(settings) {
    return settings.flatMap(({ input, value, from }) => {
        const name = sources[input];
        return name === undefined ? [] : [`${name}: ${value} (${from})`];
    });
}
/** The last lines of the log: every interpreter, and which of them is `python`; pure. */
function renderResults(results) {
    return (0,format/* alignColumns */.RM)(results.map(({ installation, source, isDefault }) => {
        const name = (0,domain_python/* describePython */.ut)(installation);
        const isPython = isDefault ? '← python' : '';
        return [name, sourceNames[source], (0,job_environment/* pythonPath */.mw)(installation), isPython];
    }));
}
/** What the requests come to, and the matrix made of it; pure. */
function renderResolution({ chosen, matrix }) {
    const rows = chosen.map(({ request, python, isDefault }) => {
        return [request, (0,domain_python/* describePython */.ut)(python), python.build, isDefault ? '← python' : ''];
    });
    return [...(0,format/* alignColumns */.RM)(rows), `matrix: ${JSON.stringify(matrix)}`, 'Nothing is installed.'];
}

;// CONCATENATED MODULE: ./src/io/windows-registry.ts




/**
 * The user's registry, by Windows' own `reg.exe`: one start of it to read and one to write, by files,
 * as they keep every letter of a path. `temp` is a folder to put those into. Writing throws a
 * `CommandError`; both throw the signal's reason.
 */
function openRegistry(program, temp, options) {
    const withFile = async (work) => {
        const folder = await (0,promises_.mkdtemp)(external_node_path_default().join(temp, 'managed-python-registry-'));
        try {
            return await work(external_node_path_default().join(folder, 'keys.reg'));
        }
        finally {
            await (0,files/* removeTree */.dM)(folder);
        }
    };
    return {
        read: key => withFile(async (file) => {
            try {
                await (0,command/* runCommand */.d1)(program, ['export', key, file, '/y'], options);
            }
            catch (error) {
                if (error instanceof command/* CommandError */.Qd)
                    return {};
                throw error;
            }
            return parseRegistryFile(await (0,promises_.readFile)(file, 'utf16le'));
        }),
        write: changes => withFile(async (file) => {
            await (0,promises_.writeFile)(file, `\ufeff${renderRegistryFile(changes)}`, 'utf16le');
            await (0,command/* runCommand */.d1)(program, ['import', file], options);
        }),
    };
}
/** The text of a `.reg` file that makes these changes; pure. */
function renderRegistryFile({ remove, write }) {
    const removed = remove.map(key => `[-${key}]\r\n`);
    const written = Object.entries(write).map(([key, values]) => {
        const lines = Object.entries(values).map(([name, value]) => {
            return `${name === '' ? '@' : windows_registry_quote(name)}=${windows_registry_quote(value)}\r\n`;
        });
        return [`[${key}]\r\n`, ...lines].join('');
    });
    return ['Windows Registry Editor Version 5.00\r\n', ...removed, ...written, ''].join('\r\n');
}
/** The keys of a `.reg` file, and those of their values that are texts; pure. */
function parseRegistryFile(text) {
    const keys = {};
    let values = {};
    for (const line of text.split(/\r?\n/)) {
        const key = /^\[(.*)\]$/.exec(line)?.[1];
        if (key !== undefined) {
            values = {};
            keys[key] = values;
        }
        const [, name, value] = /^(@|"(?:[^"\\]|\\.)*")="((?:[^"\\]|\\.)*)"$/.exec(line) ?? [];
        if (name === undefined || value === undefined)
            continue;
        values[name === '@' ? '' : unquote(name.slice(1, -1))] = unquote(value);
    }
    return keys;
}
function windows_registry_quote(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
function unquote(text) {
    return text.replace(/\\(.)/g, '$1');
}

// EXTERNAL MODULE: ./src/domain/layout.ts
var layout = __nccwpck_require__(9128);
// EXTERNAL MODULE: ./src/report/search-path.ts
var search_path = __nccwpck_require__(6610);
;// CONCATENATED MODULE: ./src/report/registration.ts





/** Where Windows programs look for Pythons that we answer for (PEP 514). */
const companyKey = 'HKEY_CURRENT_USER\\Software\\Python\\setup-managed-python';
/** Of programs that are started without a window of their own. */
const windowed = {
    cpython: 'pythonw.exe',
    pypy: 'pypyw.exe',
};
/**
 * What is to be written to the registry, so that the `py` launcher, tox and virtualenv find these
 * installations and none that are gone; pure. `found` is what is below `companyKey` already,
 * `isThere` looks for a file. The values are those that uv registers its Pythons with, but for the
 * archive's address, which an installation has forgotten.
 */
function registrationChanges(installations, found, isThere) {
    const wanted = Object.fromEntries([
        [companyKey, { DisplayName: 'setup-managed-python' }],
        // Of two builds of one version, the most wanted one has the name.
        ...installations.toReversed().flatMap(each => registration(each, isThere)),
    ]);
    const stale = tagKeys(found).filter(key => {
        return wanted[key] === undefined && !isThere(found[`${key}\\InstallPath`]?.ExecutablePath ?? '');
    });
    const isNew = ([key, values]) => {
        return Object.entries(values).some(([name, value]) => found[key]?.[name] !== value);
    };
    return { remove: stale, write: Object.fromEntries(Object.entries(wanted).filter(isNew)) };
}
/** The keys of single Pythons. */
function tagKeys(keys) {
    const isTag = (key) => {
        return key.startsWith(`${companyKey}\\`) && !key.includes('\\', companyKey.length + 1);
    };
    return Object.keys(keys).filter(isTag);
}
/** The keys of one Python; none where it is no program of Windows. */
function registration(installation, isThere) {
    const { implementation, version, platform, archiveSha256, path } = installation;
    if (platform.os !== 'windows')
        return [];
    const bits = platform.architecture.family === 'i686' ? 32 : 64;
    const tag = `${companyKey}\\${tagOf(installation)}`;
    const { join } = (0,search_path/* pathsOf */.wG)(installation);
    const withoutWindow = join(path, (0,layout/* layoutOf */.aH)(installation).binFolder, windowed[implementation] ?? '');
    const hasWindowed = implementation in windowed && isThere(withoutWindow);
    return [
        [
            tag,
            {
                DisplayName: `${(0,domain_python/* describePython */.ut)(installation)} (${bits}-bit)`,
                SupportUrl: domain_python/* projects */.dt[implementation],
                Version: (0,domain_version/* formatVersion */.qh)(version),
                SysVersion: `${version.major}.${version.minor}`,
                SysArchitecture: `${bits}bit`,
                ...(archiveSha256 === null ? {} : { DownloadSha256: archiveSha256 }),
            },
        ],
        [
            `${tag}\\InstallPath`,
            {
                '': path,
                ExecutablePath: (0,job_environment/* pythonPath */.mw)(installation),
                ...(hasWindowed ? { WindowedExecutablePath: withoutWindow } : {}),
            },
        ],
    ];
}
/** `CPython3.13.15t-arm64`: uv's tag, with what tells Pythons of one version apart. */
function tagOf({ implementation, version, variant, platform }) {
    const name = `${domain_python/* implementationNames */.d6[implementation]}${(0,domain_version/* formatVersion */.qh)(version)}`;
    return `${name}${(0,domain_python/* variantSuffix */.n6)(variant)}${(0,search_path/* windowsSuffix */.z2)(platform)}`;
}

;// CONCATENATED MODULE: ./src/job/register-pythons.ts







const timeoutMs = 60_000;
/**
 * Registers installations with Windows, where the workflow wants that. A registry that cannot be
 * written is a warning; throws only the signal's reason.
 */
async function registerPythons({ inputs, jobEnv, env, log, signal }, installations, platform = process.platform) {
    if (platform !== 'win32' || !inputs.windowsRegistry)
        return;
    // Windows' own, whatever PATH has.
    const program = external_node_path_default().join(jobEnv.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
    const temp = jobEnv.RUNNER_TEMP || (0,external_node_os_.tmpdir)();
    try {
        const registry = openRegistry(program, temp, { env, timeoutMs, signal });
        const changes = registrationChanges(installations, await registry.read(companyKey), external_node_fs_.existsSync);
        const { remove, write } = changes;
        const written = Object.keys(write).length;
        if (remove.length + written === 0)
            return;
        await registry.write(changes);
        log.debug(`Windows' registry: ${written} keys written, ${remove.length} removed.`);
    }
    catch (error) {
        signal.throwIfAborted();
        const reason = error instanceof command/* CommandError */.Qd ? (0,command/* explainCommand */.bn)(error) : (0,error_message/* messageOf */.b)(error);
        log.warning(`The Windows registry could not be written: ${reason}`);
    }
}

;// CONCATENATED MODULE: ./src/domain/request/specifier.ts





/**
 * The versions that a request may be answered with. A list has each version twenty times, so every
 * version is judged once.
 */
function versionFilter({ specifier, prereleases, }) {
    const known = new Map();
    return version => {
        const name = (0,domain_version/* formatVersion */.qh)(version);
        const accepted = known.get(name) ?? specifier_accepts(version, specifier, prereleases);
        known.set(name, accepted);
        return accepted;
    };
}
function specifier_accepts(version, specifier, prereleases) {
    if (version.prerelease === null)
        return matches(version, specifier);
    switch (prereleases) {
        case 'never':
            return false;
        case 'fallback':
            // Someone who allows prereleases for `>=3.15` wants 3.15.0rc1, which by the letter comes
            // before 3.15: it counts as the release that it leads to.
            return matches({ ...version, prerelease: null }, specifier);
        case 'equal':
            return matches(version, specifier);
    }
}
function matches(version, specifier) {
    switch (specifier.kind) {
        case 'any':
            return true;
        case 'release': {
            const numbers = [version.major, version.minor, version.patch];
            return specifier.numbers.every((number, i) => number === numbers[i]);
        }
        case 'exact':
            return (0,domain_version/* compareVersions */.Zy)(version, specifier.version) === 0;
        case 'pep440':
            return satisfies(pep440VersionOf(version), specifier.clauses);
        case 'npm':
            return semver_default().satisfies(formatManifestVersion(version), specifier.text);
        case 'all':
            return specifier.parts.every(part => matches(version, part));
        case 'some':
            return specifier.parts.some(part => matches(version, part));
    }
}

;// CONCATENATED MODULE: ./src/domain/request/selection.ts




/**
 * The one Python that answers a request on this host, from the list's distributions or from the
 * tool cache's installations alike; `null` where none does.
 *
 * Stable comes before prerelease (unless the request puts them on a par), native before emulated,
 * and only then the version decides. Of one version it is always the newest build.
 */
function selectPython(request, pythons, host, strategy) {
    const direction = strategy === 'highest' ? -1 : 1;
    // Sorted first and matched then: matching takes longest, and the first that matches is the answer.
    const candidates = pythons
        .filter(python => isWanted(request, python) && runsOn(request, python.platform, host))
        .sort((a, b) => (request.prereleases === 'fallback' ? prereleaseRank(a) - prereleaseRank(b) : 0) ||
        Number(isEmulated(a, host)) - Number(isEmulated(b, host)) ||
        direction * (0,domain_version/* compareVersions */.Zy)(a.version, b.version) ||
        (0,domain_build/* compareBuilds */.V)(b.build, a.build));
    const accepts = versionFilter(request);
    return candidates.find(python => accepts(python.version)) ?? null;
}
/** Whether a Python is for another processor than the host's and runs there by emulation. */
function isEmulated({ platform }, host) {
    return platform.os !== 'emscripten' && platform.architecture.family !== host.architecture.family;
}
/** What the request says apart from version and platform. */
function isWanted(request, python) {
    return (python.implementation === request.implementation &&
        python.variant === request.variant &&
        (request.build === null || (0,domain_build/* matchesBuild */.C)(python.build, request.build)));
}
/** Whether the platform is the one that the request names or, where it names none, one that the host runs. */
function runsOn(request, platform, host) {
    // Pyodide runs wherever Node does.
    if (platform.os === 'emscripten')
        return true;
    return (platform.os === host.os &&
        platform.os === (request.os ?? host.os) &&
        // Only Linux has a choice of C library; `libc: musl` in a matrix is for its Linux rows.
        (platform.os !== 'linux' ||
            platform.libc === (request.libc ?? (0,domain_platform/* libcFor */.o3)(platform.architecture, host))) &&
        (request.architecture === null
            ? runsNatively(platform.architecture, host) || runsEmulated(platform.architecture, host)
            : sameArchitecture(platform.architecture, request.architecture)));
}
/** Builds for higher levels of the instruction set are only chosen by name: not every runner has it. */
function runsNatively({ family, level }, host) {
    return family === host.architecture.family && level === null;
}
/** Windows and macOS on ARM run x86_64 programs by themselves (Rosetta). */
function runsEmulated({ family, level }, host) {
    return ((host.os === 'windows' || host.os === 'darwin') &&
        host.architecture.family === 'aarch64' &&
        family === 'x86_64' &&
        level === null);
}
function sameArchitecture(a, b) {
    return a.family === b.family && a.level === b.level;
}
function prereleaseRank({ version }) {
    return version.prerelease === null ? 0 : 1;
}

;// CONCATENATED MODULE: ./src/domain/request/surprise.ts


/**
 * What is surprising about the newest Python that a request matches, for someone who knows ranges
 * from npm, as setup-python reads them; `null`: nothing.
 */
function explainSurprise(request, chosen) {
    const { text, specifier } = request;
    if (specifier.kind !== 'pep440')
        return null;
    const name = (0,domain_python/* describePython */.ut)(chosen);
    for (const clause of specifier.clauses) {
        if (!('bound' in clause) || clause.bound.release.length !== 2)
            continue;
        const [major = 0, minor = 0] = clause.bound.release;
        if (clause.operator === '~=' && chosen.version.minor !== minor) {
            return `${(0,quote/* quote */.h)(text)} matches every ${major}.x from ${major}.${minor} on (PEP 440), so ${name} is used. For ${major}.${minor} alone, write '${major}.${minor}'.`;
        }
        if (clause.operator === '<=') {
            return `${(0,quote/* quote */.h)(text)} ends at ${major}.${minor}.0 (PEP 440), so ${name} is used. For the newest ${major}.${minor}, write '<${major}.${minor + 1}'.`;
        }
    }
    return null;
}

;// CONCATENATED MODULE: ./src/domain/pip-version.ts


/** Whether a version of pip is the one that `pip==wanted` asks for: 25.0.1 is `25.*`, 25.0 is `25`. */
function isPipVersion(found, wanted) {
    const version = parsePep440Version(found);
    const specifier = parseSpecifier(`==${wanted}`);
    return version !== null && specifier !== null && satisfies(version, specifier);
}
/** Whether `pip==wanted` can only mean one version, so that it is known before it is installed. */
function isExactPip(wanted) {
    return !wanted.includes('*');
}
/** Whether an installation has the pip that is wanted; `null`: any will do, if it is the build's own. */
function hasPip(found, wanted) {
    if (found === null || wanted === null)
        return found === wanted;
    return found === wanted || isPipVersion(found, wanted);
}

;// CONCATENATED MODULE: ./src/domain/request/unmatched.ts









/**
 * Says why nothing on offer answers a request, and what comes nearest; for requests that
 * `selectPython` has no answer to. `isComplete` where `pythons` are all that there has ever been.
 */
function explainUnmatched(request, pythons, host, { isComplete = false } = {}) {
    const here = pythons.filter(python => runsOn(request, python.platform, host));
    const { found, hint } = explainOs(request, host) ??
        explainPrerelease(request, here, host) ??
        explainBuild(request, here) ??
        explainVariant(request, here) ??
        explainPlatform(request, pythons, here) ??
        (isComplete ? explainNeverBuilt(request, pythons, here) : null) ??
        explainVersion(request, here);
    return new errors/* ActionError */.lZ({
        code: 'REQUEST_UNMATCHED',
        message: `No Python for ${(0,domain_platform/* describePlatform */.d5)(wantedPlatform(request, host))} matches ${(0,quote/* quote */.h)(request.text)} (${describeOrigin(request.origin)}): ${found}.`,
        hint,
    });
}
function explainOs({ os }, host) {
    if (os === null || os === host.os)
        return null;
    return {
        found: `it is for ${os}, and this runner is ${host.os}`,
        hint: 'Leave the operating system out, or write `any`.',
    };
}
/** A minor version of which there are only prereleases so far. */
function explainPrerelease(request, here, host) {
    const newest = selectPython({ ...request, prereleases: 'fallback' }, here, host, 'highest');
    if (newest === null)
        return null;
    const { major, minor } = newest.version;
    const version = (0,domain_version/* formatVersion */.qh)(newest.version);
    const suffix = (0,domain_python/* variantSuffix */.n6)(request.variant);
    return {
        found: `only prereleases match, of which ${version} is the newest`,
        hint: `Use '${major}.${minor}${suffix}-dev' or '${version}${suffix}', or set allow-prereleases: true.`,
    };
}
function explainBuild(request, here) {
    if (request.build === null)
        return null;
    const builds = matching({ ...request, build: null }, here).map(python => python.build);
    if (builds.length === 0)
        return null;
    const shown = [...new Set(builds)].sort((a, b) => (0,domain_build/* compareBuilds */.V)(b, a));
    return {
        found: `there is no build ${(0,quote/* quote */.h)(request.build)} of it`,
        hint: `Available: ${shorten(shown)}. Without a build number, the newest build is used.`,
    };
}
function explainVariant(request, here) {
    if (matching({ ...request, variant: 'default' }, here).length === 0)
        return null;
    const versions = here.filter(python => isWanted(request, python)).map(python => python.version);
    const [first] = versions.sort(domain_version/* compareVersions */.Zy);
    return {
        found: `it has no ${request.variant} build`,
        hint: first === undefined
            ? 'Use the default build.'
            : `The first version with such a build is ${(0,domain_version/* formatVersion */.qh)(first)}.`,
    };
}
/** A version that exists, but for others. */
function explainPlatform(request, pythons, here) {
    const elsewhere = matching(request, pythons);
    const platforms = elsewhere.map(python => python.platform).filter(isBaseLevel);
    if (platforms.length === 0)
        return null;
    return {
        found: 'it exists for other platforms only',
        hint: `It is available for ${shorten([...new Set(platforms.map(domain_platform/* describePlatform */.d5))])}. ${explainVersion(request, here).hint}`,
    };
}
/** A patch that CPython has released, between others that were built. */
function explainNeverBuilt({ implementation, specifier, variant }, pythons, here) {
    if (implementation !== 'cpython' || specifier.kind !== 'release')
        return null;
    const [major = 0, minor = 0, patch] = specifier.numbers;
    if (patch === undefined)
        return null;
    const target = { major, minor, patch, prerelease: null };
    const isNewer = ({ version, ...python }) => {
        const { prerelease } = version;
        const isStable = python.implementation === implementation && prerelease === null;
        return isStable && version.minor === minor && (0,domain_version/* compareVersions */.Zy)(version, target) > 0;
    };
    if (!pythons.some(isNewer))
        return null;
    const above = here.filter(python => isNewer(python) && python.variant === variant);
    const [next] = above.map(({ version }) => version).sort(domain_version/* compareVersions */.Zy);
    return {
        found: 'it was never built by python-build-standalone',
        hint: next === undefined
            ? `No ${major}.${minor} is available for this machine.`
            : `The next patch is ${(0,domain_version/* formatVersion */.qh)(next)}.`,
    };
}
/** A version that nobody has: end of life, withdrawn, not yet made, or contradictory. */
function explainVersion(request, here) {
    const versions = here
        .filter(python => isWanted({ ...request, build: null }, python))
        .map(python => python.version)
        .filter(version => version.prerelease === null)
        .sort(domain_version/* compareVersions */.Zy);
    const name = domain_python/* implementationNames */.d6[request.implementation];
    if (versions.length === 0) {
        return {
            found: `there is no ${name} for it`,
            hint: `No ${name} is available for this machine.`,
        };
    }
    const minors = newestOfMinors(versions);
    const target = targetVersion(request);
    if (target === null) {
        const list = minors.map(domain_version/* formatVersion */.qh).reverse();
        return { found: 'no available version matches', hint: `Available: ${shorten(list)}.` };
    }
    const below = versions.findLast(version => (0,domain_version/* compareVersions */.Zy)(version, target) < 0);
    const next = versions.find(version => (0,domain_version/* compareVersions */.Zy)(version, target) > 0);
    // Of another minor version its newest: nobody who asks for 3.6 is helped by 3.8.2.
    const above = next?.minor === target.minor ? next : minors.find(version => version.minor === next?.minor);
    const nearest = [below, above].filter(version => version !== undefined).map(domain_version/* formatVersion */.qh);
    return {
        found: below === undefined
            ? 'it is older than every available version'
            : above === undefined
                ? 'it is newer than every available version'
                : 'no available version matches',
        hint: `The nearest versions: ${nearest.join(', ')}.`,
    };
}
/** The version that a request is about; `null` for a range. */
function targetVersion({ specifier }) {
    if (specifier.kind === 'exact')
        return specifier.version;
    if (specifier.kind !== 'release')
        return null;
    const [major = 0, minor = 0, patch = 0] = specifier.numbers;
    return { major, minor, patch, prerelease: null };
}
/** The newest of each minor version, of versions in ascending order. */
function newestOfMinors(versions) {
    return [...new Map(versions.map(v => [`${v.major}.${v.minor}`, v])).values()];
}
function matching(request, pythons) {
    const accepts = versionFilter(request);
    return pythons.filter(python => isWanted(request, python) && accepts(python.version));
}
function wantedPlatform(request, host) {
    if (request.os !== null && request.os !== host.os)
        return host;
    const architecture = request.architecture ?? host.architecture;
    const libc = (0,domain_platform/* libcFor */.o3)(architecture, host);
    return { os: host.os, architecture, libc: host.os === 'linux' ? (request.libc ?? libc) : libc };
}
function isBaseLevel({ architecture }) {
    return architecture.level === null;
}
function shorten(items) {
    const shown = items.slice(0, 8);
    const more = items.length - shown.length;
    return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

;// CONCATENATED MODULE: ./src/job/plan.ts




/** The plan as far as the tool cache answers the requests by itself. */
function planFromToolCache({ checkLatest, requests }, resolution) {
    return checkLatest ? new Map() : chooseInstalled(requests, resolution);
}
/**
 * The requests that the tool cache answers. What a list could have something better for, a
 * prerelease, another processor's build or the oldest so far, is an answer only where `secondBest`
 * will do.
 */
function chooseInstalled(requests, { host, strategy, installations, make, ownList }, { secondBest = false } = {}) {
    const plan = new Map();
    const candidates = installations.filter(installation => {
        const isVerified = installation.archiveSha256 !== null;
        return isMadeInto(installation, make) && (isVerified || ownList);
    });
    for (const request of requests) {
        const installation = selectPython(request, candidates, host, strategy);
        if (installation === null)
            continue;
        if (!secondBest && isSecondBest(request, installation, { host, strategy }))
            continue;
        plan.set(request, { kind: 'reuse', installation });
    }
    return plan;
}
function isSecondBest(request, installation, { host, strategy }) {
    const isFallback = request.prereleases === 'fallback' && installation.version.prerelease !== null;
    // The newest so far is as good as in setup-python; a test of a range's floor would test nothing.
    const maybeNotLowest = strategy === 'lowest' && !isPinned(request);
    const isForeign = request.architecture === null && isEmulated(installation, host);
    return isFallback || maybeNotLowest || isForeign;
}
/** Whether only one version can answer. */
function isPinned({ specifier }) {
    const { kind } = specifier;
    return kind === 'exact' || (kind === 'release' && specifier.numbers.length === 3);
}
/**
 * The list's answers to the requests. What the tool cache has of these very archives is kept.
 * Throws an `ActionError` for the first request that nothing answers.
 */
function chooseListed(requests, distributions, { host, strategy, installations, make }) {
    const plan = new Map();
    for (const request of requests) {
        const distribution = selectPython(request, distributions, host, strategy);
        if (distribution === null)
            throw explainUnmatched(request, distributions, host);
        const installation = installations.find(candidate => {
            return isMadeFrom(candidate, distribution) && isMadeInto(candidate, make);
        });
        plan.set(request, installation ? { kind: 'reuse', installation } : installTask(distribution, make));
    }
    return plan;
}
/** A plan by a list that may lack the newest builds, with what the tool cache has that is as new. */
function preferInstalled(plan, installed, { host, strategy }) {
    const better = [...plan].map(([request, task]) => {
        const present = installed.get(request);
        if (present?.kind !== 'reuse' || task.kind !== 'install')
            return [request, task];
        const both = [present.installation, task.distribution];
        const isBetter = selectPython(request, both, host, strategy) === present.installation;
        return [request, isBetter ? present : task];
    });
    return new Map(better);
}
/** The task of making an installation; a pip that can only be one version is a part of its name. */
function installTask(distribution, make) {
    const { pip, hashMode } = possibleOf(make, distribution);
    const known = pip !== null && isExactPip(pip) ? pip : null;
    return { kind: 'install', distribution: { ...distribution, pip: known, hashMode } };
}
function isMadeFrom(installation, distribution) {
    return ((0,domain_python/* pythonId */.Aw)({ ...installation, ...domain_python/* asItComes */.r3 }) === (0,domain_python/* pythonId */.Aw)({ ...distribution, ...domain_python/* asItComes */.r3 }) &&
        installation.archiveSha256 === distribution.sha256);
}
function isMadeInto(installation, make) {
    const { pip, hashMode } = possibleOf(make, installation);
    return installation.hashMode === hashMode && hasPip(installation.pip, pip);
}
/** Of Pyodide nothing can be made: nothing here could run it. */
function possibleOf(make, { implementation }) {
    return implementation === 'pyodide' ? domain_python/* asItComes */.r3 : make;
}
/** The Python that a task is about. */
function pythonOf(task) {
    return task.kind === 'install' ? task.distribution : task.installation;
}
/** The tasks of a plan by the id of their Python: what several requests ask for is done once. */
function tasksById(plan) {
    return new Map([...plan.values()].map(task => [(0,domain_python/* pythonId */.Aw)(pythonOf(task)), task]));
}

;// CONCATENATED MODULE: ./src/job/results.ts





/** The plan in the order of the requests: for the log. */
function planRows({ requests, defaultIndex }, plan) {
    return requests.flatMap((request, index) => {
        const task = plan.get(request);
        if (task === undefined)
            return [];
        const installed = task.kind === 'reuse';
        const isDefault = index === defaultIndex;
        const { text, origin } = request;
        return [
            { request: text, origin: nameOrigin(origin), python: pythonOf(task), installed, isDefault },
        ];
    });
}
/** What a workflow's author may not expect of a plan, and should know. */
function noticesOf({ requests, strategy }, plan, host) {
    const newest = requests
        .filter(({ origin }) => origin.kind === 'default')
        .map(request => {
        const task = plan.get(request);
        const name = task === undefined ? 'Python' : (0,domain_python/* describePython */.ut)(pythonOf(task));
        return `No python-version is given and the workspace has no .python-version: ${name} is used.`;
    });
    // Where the workflow names an architecture, it is the one that is meant.
    const emulated = [...plan]
        .filter(([{ architecture }]) => architecture === null)
        .map(([, task]) => pythonOf(task))
        .filter(python => isEmulated(python, host));
    const names = new Set(emulated.map(domain_python/* describePython */.ut));
    // The lowest version that matches is what a range says, however its end is meant.
    const ranges = strategy === 'lowest' ? [] : [...plan];
    const surprises = ranges.flatMap(([request, task]) => explainSurprise(request, pythonOf(task)) ?? []);
    return [
        ...newest,
        ...new Set(surprises),
        ...[...names].map(name => `${name} has no build for this processor: its x86_64 build runs emulated.`),
    ];
}
/**
 * The answers, the most wanted first, which is the default one: of an input's lines the last one
 * counts most, of a file's entries the first one.
 */
function byPreference({ defaultIndex }, answers) {
    return defaultIndex === 0 ? answers : answers.toReversed();
}
/** The results, by the id of their task, in the order of the requests. */
function resultsByRequest({ requests, defaultIndex }, plan, results) {
    return requests.flatMap((request, index) => {
        const task = plan.get(request);
        const result = task && results.get((0,domain_python/* pythonId */.Aw)(pythonOf(task)));
        if (result === undefined)
            return [];
        return [{ request: request.text, isDefault: index === defaultIndex, ...result }];
    });
}

;// CONCATENATED MODULE: ./src/job/finish.ts











/** Prepares the virtual environment, where one is wanted, and tells later steps and people of it all. */
async function finish(context, answers, results) {
    const { inputs, jobEnv } = context;
    const installations = byPreference(inputs, answers).map(({ installation }) => installation);
    const pythons = (0,job_environment/* environmentOf */.p7)(installations, jobEnv);
    await registerPythons(context, installations);
    let packages;
    const restorePackages = () => (packages ??= restoreIfWanted(context, installations));
    const environment = await prepareIfWanted(context, {
        python: defaultOf(answers).installation,
        paths: pythons.paths,
        beforeInstall: restorePackages,
    });
    const found = environment === null ? pythons : (0,job_environment/* withVirtualEnvironment */.zB)(pythons, environment);
    await report(inputs, { answers, results, found, environment, restorePackages });
}
/** Restores packages, where the workflow wants that. */
async function restoreIfWanted(context, installations) {
    const { packageCache, cacheDependencyPath, cacheSuffix } = context.inputs;
    if (packageCache === null)
        return null;
    // Loaded here, as many workflows have none.
    const { restorePackages } = await __nccwpck_require__.e(/* import() */ 426).then(__nccwpck_require__.bind(__nccwpck_require__, 3426));
    return await restorePackages({
        inputs: packageCache,
        patterns: cacheDependencyPath,
        suffix: cacheSuffix,
        installations,
        home: (0,external_node_os_.homedir)(),
        context,
    });
}
async function prepareIfWanted(context, options) {
    const { environment: inputs } = context.inputs;
    if (inputs === null)
        return null;
    // Loaded here, as most workflows have none.
    const { prepareEnvironment } = await __nccwpck_require__.e(/* import() */ 915).then(__nccwpck_require__.bind(__nccwpck_require__, 915));
    return await prepareEnvironment(context, { inputs, ...options });
}
async function report(inputs, outcome) {
    const { answers, results, found, environment } = outcome;
    if (inputs.addProblemMatchers)
        await decorate('The problem matchers', addProblemMatchers);
    if (inputs.updateEnvironment) {
        (0,job_environment/* exportEnvironment */.qw)(found);
        await log.group('Environment of later steps', async () => {
            for (const line of (0,job_environment/* renderEnvironment */.Cp)(found))
                log.info(line);
        });
    }
    const more = environment === null ? {} : environmentOutputs(environment);
    // What is installed already needs no packages.
    const packages = environment?.isHit ? null : await outcome.restorePackages();
    setOutputs({ ...outputsOf(answers), ...packages?.outputs, ...more });
    const bytecodeLine = describeBytecode(results);
    if (bytecodeLine !== null)
        log.info(bytecodeLine);
    for (const line of renderResults(answers))
        log.info(line);
    if (wantsSummary(inputs.jobSummary, results)) {
        const summary = renderSummary(answers, bytecodeLine, packages?.sentence);
        await decorate('The job summary', () => writeSummary(summary));
    }
}
/** Does what a job can do without: where it fails, that is a warning. */
async function decorate(what, work) {
    try {
        await work();
    }
    catch (error) {
        log.warning(`${what} could not be written: ${(0,error_message/* messageOf */.b)(error)}`);
    }
}

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}

;// CONCATENATED MODULE: ./src/io/settle.ts
/**
 * What all of the promises come to, once every one of them has settled: nothing goes on behind the
 * back of who gets a failure. Throws the signal's reason, else the first rejection's in their order.
 */
async function settleAll(promises, signal) {
    const ends = await Promise.allSettled(promises);
    signal.throwIfAborted();
    return ends.map(end => {
        if (end.status === 'rejected')
            throw end.reason;
        return end.value;
    });
}

;// CONCATENATED MODULE: ./src/job/pipeline.ts



/**
 * Does all tasks at once, as far as the limits allow. After the first failure no further step is
 * started; when all tasks have come to rest that failure is thrown, so that nothing is written to
 * disk after the action has failed.
 */
async function runPipeline(tasks, steps, { limits, controller }) {
    const downloading = pLimit(limits.downloads);
    const starting = pLimit(limits.youngDownloads);
    const extracting = pLimit(limits.extractions);
    const performed = tasks.map(async (task) => {
        const installed = await perform(task);
        steps.announce(installed);
        return installed;
    });
    return await settleAll(performed, controller.signal);
    async function perform(task) {
        const spans = [];
        const run = (stage, step) => timed(spans, stage, () => guarded(controller, step));
        if (task.kind === 'reuse') {
            const upgraded = await run('compile', () => steps.upgrade(task.installation));
            return { ...upgraded, source: 'tool-cache', transferredBytes: null, spans };
        }
        const { distribution } = task;
        const restored = await run('restore', () => steps.restore(distribution));
        const { tree, sizeBytes } = restored ?? (await unpack(distribution, run));
        const compiled = await run('compile', () => steps.compile(tree));
        // Last of all: with its bytecode an interpreter starts in a third of the time.
        const { bytecode, compilation } = restored === null
            ? await run('verify-interpreter', () => steps.verifyInterpreter(tree, compiled))
            : compiled;
        const finished = { ...tree, bytecode };
        // What came out of the cache and stayed as it was need not go back.
        if (bytecode !== restored?.tree.bytecode)
            await run('save', () => steps.save(finished));
        const published = await run('publish', () => steps.publish(finished));
        const source = restored === null ? 'download' : 'cache';
        const installed = { source, compilation, transferredBytes: sizeBytes, spans };
        if (bytecode === null || bytecode.mode === published.bytecode?.mode) {
            return { ...installed, installation: published };
        }
        // The one that stays is of another job, which was first and wanted no bytecode, or another.
        const { installation } = await run('compile', () => steps.upgrade(published));
        return { ...installed, installation };
    }
    async function download(distribution, run) {
        const { archive } = await starting(async () => {
            const archive = run('download', () => steps.download(distribution));
            await Promise.race([archive, (0,external_node_timers_promises_.setTimeout)(limits.headStartMs, null, { ref: false })]);
            return { archive };
        });
        return await archive;
    }
    async function unpack(distribution, run) {
        const archive = await downloading(() => download(distribution, run));
        try {
            // Outside of the limit on extractions: an attestation may take long.
            await run('verify-archive', () => steps.verifyArchive(distribution, archive));
            return await extracting(async () => {
                const scan = await run('extract', () => steps.extract(distribution, archive));
                const tree = await run('relocate', () => steps.relocate(distribution, scan));
                return { tree, sizeBytes: archive.sizeBytes };
            });
        }
        finally {
            // Also where none of these steps has run: nothing may be written after a failure.
            await archive.early;
        }
    }
}
/** Runs a stage and notes down when. */
async function timed(spans, stage, run) {
    const startMs = performance.now();
    const result = await run();
    spans.push({ stage, startMs, endMs: performance.now() });
    return result;
}
/** Aborts while the failing step still holds its slot: else the next one in line would be let in. */
async function guarded(controller, step) {
    controller.signal.throwIfAborted();
    try {
        return await step();
    }
    catch (error) {
        controller.abort(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/install/interpreter.ts










/** An interpreter emulated on a busy machine still starts within this. */
const startTimeoutMs = 60_000;
/**
 * What the interpreter itself says, a fact a line. `sysconfig` takes longer than all of its start,
 * as long as nothing is compiled; but Windows has no `abiflags` before 3.14.
 */
const question = `
import os, sys
v = sys.version_info
pre = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc', 'final': ''}[v.releaselevel]
print('%d.%d.%d%s' % (v[0], v[1], v[2], pre and pre + str(v.serial)))
if hasattr(sys, 'abiflags'):
    freethreaded = 't' in sys.abiflags
else:
    import sysconfig
    freethreaded = sysconfig.get_config_var('Py_GIL_DISABLED')
print('t' if freethreaded else '')
print('d' if hasattr(sys, 'gettotalrefcount') else '')
sys.stdout.flush()
`;
/** Last, as it may hold anything. */
const stdlibQuestion = `
import sysconfig
os.write(1, os.fsencode(sysconfig.get_path('stdlib')))
`;
/**
 * Shows that an installation's interpreter runs here and is the Python that the list promised.
 * Throws an `ActionError`.
 */
async function verifyInterpreter(root, python, options) {
    await ask(root, python, options, question);
}
/**
 * Shows the same, and asks for the standard library's folder, relative to the root; `null` where
 * the interpreter says that it is elsewhere. Throws an `ActionError`.
 */
async function findStdlib(root, python, options) {
    const answer = await ask(root, python, options, question + stdlibQuestion);
    const stdlib = answer === '' ? null : await (0,promises_.realpath)(answer).catch(() => null);
    const realRoot = await (0,promises_.realpath)(root);
    const inside = stdlib !== null && stdlib !== realRoot && (0,files/* isInside */.FK)(realRoot, stdlib);
    return inside ? external_node_path_default().relative(realRoot, stdlib) : null;
}
/** What the interpreter says after the facts that show which it is. */
async function ask(root, python, { env, signal }, text) {
    // It runs inside another program: there is nothing to start here.
    if (python.implementation === 'pyodide')
        return '';
    const program = external_node_path_default().join(root, (0,layout/* layoutOf */.aH)(python).executable);
    const options = { env, signal, timeoutMs: startTimeoutMs };
    const answer = await (0,command/* runCommand */.d1)(program, ['-I', '-S', '-B', '-c', text], options).catch(error => {
        throw error instanceof command/* CommandError */.Qd ? explainFailure(python, program, error) : error;
    });
    const [version = '', freethreaded = '', debug = '', ...rest] = answer.split(/\r?\n/);
    const found = version + freethreaded + debug;
    if (!isPromised(found, python))
        throw broken(python, `it says that it is Python ${JSON.stringify(found)}`);
    return rest.join('\n');
}
/**
 * The list knows CPython's releases exactly. Of what other implementations call their Python it
 * knows two numbers: it has GraalPy 24.1 as 3.11.0, which itself says 3.11.7, and an alpha.
 */
function isPromised(found, { implementation, version, variant }) {
    if (implementation === 'cpython')
        return found === (0,domain_version/* formatVersion */.qh)(version) + (0,domain_python/* variantSuffix */.n6)(variant);
    return found.startsWith(`${version.major}.${version.minor}.`);
}
/** A limit of the machine is not the interpreter's fault. */
function explainFailure(python, program, error) {
    const { end } = error;
    const limit = end &&
        (limitOnStart((0,io_child/* startCode */.KH)(end)) ??
            limitOfSignal((0,io_child/* endSignal */.cs)(end)) ??
            limitOfPath(program, python.platform.os));
    if (end === null || limit === null) {
        return broken(python, `it ${(0,command/* explainCommand */.bn)(error)}`, error);
    }
    return new errors/* ActionError */.lZ({
        code: 'MACHINE_LIMIT',
        message: `${(0,domain_python/* describePython */.ut)(python)} cannot run here: ${limit.found} (${(0,io_child/* startCode */.KH)(end) ?? (0,io_child/* endSignal */.cs)(end) ?? (0,io_child/* describeEnd */.lA)(end)}).`,
        hint: limit.hint,
        cause: error,
    });
}
function broken(python, found, cause) {
    return new errors/* ActionError */.lZ({
        code: 'INTERPRETER_BROKEN',
        message: `The interpreter of ${(0,domain_python/* describePython */.ut)(python)} for ${python.platform.os} does not work on this machine: ${found}.`,
        hint: 'Check architecture and libc against the machine (Alpine needs musl; glibc builds need glibc 2.17 or newer). If they match, the build is broken: request another version or build.',
        cause,
    });
}

;// CONCATENATED MODULE: ./src/install/pip-settings.ts
/** The settings that say where pip gets packages from. Any other one is no business of ours. */
const pip_settings_sources = [
    ...['index-url', 'extra-index-url', 'no-index', 'find-links', 'trusted-host'],
    ...['cert', 'client-cert', 'proxy', 'timeout', 'retries', 'keyring-provider'],
    ...['cache-dir', 'no-cache-dir', 'pre'],
];
/** What pip needs to find its configuration files, and the way to an index. */
const pip_settings_passedOn = /^(PIP_CONFIG_FILE|XDG_CONFIG_(HOME|DIRS)|APPDATA|PROGRAMDATA|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NETRC)$/i;
/** The variables that pip finds its configuration files by; pure. */
function configurationEnvironment(jobEnv) {
    const passed = Object.entries(jobEnv).filter(([name]) => pip_settings_passedOn.test(name));
    return defined(passed);
}
const listing = `
import ast, json, subprocess, sys
text = subprocess.run([sys.executable, '-I', '-m', 'pip', 'config', 'list'], stdout=subprocess.PIPE, check=True).stdout
lines = [line.partition('=') for line in text.decode('utf-8', 'replace').splitlines()]
print(json.dumps([[name, ast.literal_eval(value)] for name, equals, value in lines if equals]))
`;
/**
 * What pip's configuration files say, as pip itself reads them: later sections win. `run` starts the
 * interpreter whose pip is asked, with these arguments.
 */
async function readPipConfiguration(run) {
    const pairs = JSON.parse(await run(['-c', listing]));
    if (!Array.isArray(pairs))
        return {};
    const found = {};
    // In the order of pip's precedence: what is for all commands, then what is for `install`.
    for (const section of ['global', 'install']) {
        for (const [name, value] of pairs) {
            const setting = String(name).toLowerCase();
            if (setting.startsWith(`${section}.`))
                found[setting.slice(section.length + 1)] = String(value);
        }
    }
    return found;
}
/**
 * The variables that a `pip install` of ours gets: where packages come from by its configuration and
 * by the job's variables, and no configuration file, as it could send pip itself elsewhere. Pure.
 */
function indexSettings(configuration, jobEnv) {
    const settings = pip_settings_sources.map(source => {
        const name = `PIP_${source.toUpperCase().replaceAll('-', '_')}`;
        return [name, jobEnv[name] ?? configuration[source]];
    });
    return {
        ...configurationEnvironment(jobEnv),
        ...defined(settings),
        PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null',
        PIP_NO_INPUT: '1',
    };
}
function defined(entries) {
    const given = entries.filter(([, value]) => value !== undefined);
    return Object.fromEntries(given);
}

;// CONCATENATED MODULE: ./src/install/pip.ts









/** A download of two megabytes, from an index that may be slow. */
const pipTimeoutMs = 300_000;
/** Bytecode is compiled later, of everything at once, or not at all. */
const options = ['--disable-pip-version-check', '--no-warn-script-location', '--no-compile'];
/**
 * Installs a version of pip into a tree that nobody uses yet, and returns the version that is there
 * then. What the job has set for pip decides where it comes from, but not whether and where it is
 * installed. Throws an `ActionError`, or the signal's reason.
 */
async function installPip(install) {
    const { python, version } = install;
    try {
        if ((await findPip(install)) === null)
            await run(install, ['-m', 'ensurepip']);
        if (!pip_isWanted(await findPip(install), version)) {
            const settings = await settingsFor(install);
            const env = { ...install.env, ...settings };
            await run({ ...install, env }, [
                '-m',
                'pip',
                'install',
                '--upgrade',
                ...options,
                `pip==${version}`,
            ]);
        }
    }
    catch (error) {
        if (!(error instanceof command/* CommandError */.Qd))
            throw error;
        throw pipError(install, `pip ${(0,command/* explainCommand */.bn)(error)}`, error);
    }
    // An exit code says nothing of where it has gone.
    const found = await findPip(install);
    if (found === null || !isPipVersion(found, version)) {
        throw pipError(install, `afterwards ${(0,domain_python/* describePython */.ut)(python)} has ${found ?? 'no pip'}`);
    }
    await removePrograms(install);
    return found;
}
/** The newest version of pip that an index has for `pip==version`, asked by an installation's own pip. Throws a `CommandError`. */
async function resolvePip(install) {
    const args = ['--dry-run', '--ignore-installed', '--no-deps', '--quiet', '--report', '-'];
    const env = { ...install.env, ...(await settingsFor(install)) };
    const wanted = `pip==${install.version}`;
    const report = await run({ ...install, env }, ['-m', 'pip', 'install', ...args, wanted]);
    return /"name":\s*"pip",\s*"version":\s*"([^"]+)"/.exec(report)?.[1] ?? null;
}
function pip_isWanted(found, version) {
    // A range is resolved by the index, which may have a newer one.
    return found !== null && !version.includes('*') && isPipVersion(found, version);
}
/** Where a pip lies, and what it says it is; `null`: there is none in the tree. */
async function findPip(install) {
    const answer = await run(install, ['-c', pip_question]).catch(error => {
        if (error instanceof command/* CommandError */.Qd)
            return '';
        throw error;
    });
    const [file = '', version = ''] = answer.split(/\r?\n/);
    const real = await (0,promises_.realpath)(file).catch(() => null);
    return real !== null && (0,files/* isInside */.FK)(await (0,promises_.realpath)(install.root), real) ? version : null;
}
const pip_question = `
import pip
print(pip.__file__)
print(pip.__version__)
`;
async function settingsFor(install) {
    const env = { ...install.env, ...configurationEnvironment(install.jobEnv) };
    const configuration = await readPipConfiguration(args => run({ ...install, env }, args));
    return indexSettings(configuration, install.jobEnv);
}
async function run({ root, python, env, signal }, args) {
    const interpreter = external_node_path_default().join(root, (0,layout/* layoutOf */.aH)(python).executable);
    return await (0,command/* runCommand */.d1)(interpreter, ['-I', '-B', ...args], {
        env,
        signal,
        timeoutMs: pipTimeoutMs,
    });
}
/** They name the interpreter in staging: those that belong to its final place are made later. */
async function removePrograms({ root, python }) {
    const folder = external_node_path_default().join(root, (0,layout/* layoutOf */.aH)(python).scriptsFolder);
    for (const name of await (0,promises_.readdir)(folder)) {
        if (/^pip[\d.]*(\.exe)?$/.test(name))
            await (0,promises_.rm)(external_node_path_default().join(folder, name));
    }
}
function pipError({ version, python }, found, cause) {
    return new errors/* ActionError */.lZ({
        code: 'PIP_FAILED',
        message: `pip ${version} could not be installed into ${(0,domain_python/* describePython */.ut)(python)}: ${found}.`,
        hint: 'Check that the version exists for this Python and that the package index can be reached, or leave out pip-version.',
        cause,
    });
}

// EXTERNAL MODULE: ./src/install/record.ts
var install_record = __nccwpck_require__(3510);
;// CONCATENATED MODULE: ./src/install/scan.ts






/**
 * The folder of the standard library, relative to the tree: the one that the interpreter cannot
 * start without, whatever it is called; `null` where there is none.
 */
function stdlibOf({ sources }) {
    const codecs = external_node_path_default().join((external_node_path_default()).sep, 'encodings', '__init__.py');
    const paths = new Set(sources.map(source => source.path));
    const found = [...paths]
        .filter(name => name.endsWith(codecs))
        .map(name => name.slice(0, -codecs.length))
        .filter(folder => paths.has(external_node_path_default().join(folder, 'os.py')));
    return found.toSorted((a, b) => a.length - b.length)[0] ?? null;
}
/** What is in a tree of these files and links, their paths with the system's separators; pure. */
function scanOf(entries) {
    const sources = [];
    const counts = { files: 0, caches: 0 };
    for (const entry of entries) {
        const inCache = external_node_path_default().basename(external_node_path_default().dirname(entry.path)) === '__pycache__';
        if (inCache && entry.path.endsWith('.pyc'))
            counts.caches++;
        else if (!install_record/* ownNames */.Dx.has(entry.path))
            counts.files++;
        if (!inCache && entry.path.endsWith('.py'))
            sources.push(entry);
    }
    return { ...counts, sources };
}
/**
 * Walks a tree that was not unpacked here. Throws an `ActionError` where it holds what no Python
 * needs: a link that leads out of it, or anything that is neither file nor folder nor link.
 * Synchronous, as a few thousand small calls take a fraction of the time that way and nothing else
 * has the disk to itself. Names are put together by hand for the same reason: `path.join` takes
 * longer than the disk.
 */
function scanTree(root) {
    return scanOf(scan_entriesOf(root));
}
function* scan_entriesOf(root, lines = []) {
    for (const { name, entry } of walk(root, '', readFolder)) {
        const { size, mode } = (0,external_node_fs_.lstatSync)(root + (external_node_path_default()).sep + name);
        let content = `${(0,files/* isProgram */.Vd)(mode) ? '+x ' : ''}${size}`;
        if (entry.isSymbolicLink())
            content = `-> ${checkLink(root, name)}`;
        else if (!entry.isFile())
            throw strayEntry(name, 'is not a file, folder or link');
        if (!install_record/* ownNames */.Dx.has(name))
            lines.push(`${name.replaceAll('\\', '/')}\0${content}\n`);
        yield { path: name, sizeBytes: size };
    }
}
/** Scans a tree and takes its digest, in one walk. Throws as `scanTree` does. */
function digestTree(root) {
    const lines = [];
    const scan = scanOf(scan_entriesOf(root, lines));
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const line of lines.sort())
        hash.update(line);
    return { ...scan, digest: hash.digest('hex') };
}
/**
 * The sources below a folder of an installation that is in use, as paths relative to its root. What
 * people have put beside them is not looked at, and what they remove meanwhile is not missed.
 */
function findSources(root, folder) {
    return [...walk(root, folder, readFolderIfThere)].flatMap(({ name, entry, inCache }) => {
        if (inCache || !entry.name.endsWith('.py'))
            return [];
        if (!entry.isFile() && !entry.isSymbolicLink())
            return [];
        const stat = (0,external_node_fs_.lstatSync)(root + (external_node_path_default()).sep + name, { throwIfNoEntry: false });
        return stat === undefined ? [] : [{ path: name, sizeBytes: stat.size }];
    });
}
/** All files and links below a folder of the root. */
function* walk(root, top, read) {
    const folders = [top];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        const inCache = external_node_path_default().basename(folder) === '__pycache__';
        const prefix = folder === '' ? '' : folder + (external_node_path_default()).sep;
        for (const entry of read(external_node_path_default().join(root, folder))) {
            const name = prefix + entry.name;
            if (entry.isDirectory())
                folders.push(name);
            else
                yield { name, entry, inCache };
        }
    }
}
function readFolder(folder) {
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
}
function readFolderIfThere(folder) {
    try {
        return readFolder(folder);
    }
    catch (error) {
        if ((0,files/* errorCode */.CA)(error) === 'ENOENT')
            return [];
        throw error;
    }
}
/**
 * The target of a link that stays inside. It may go up first and down then. In this order its text
 * is all there is to look at: links that it passes on its way down are checked in the same way, so it cannot
 * get out again.
 */
function checkLink(root, name) {
    const target = (0,external_node_fs_.readlinkSync)(external_node_path_default().join(root, name));
    const resolved = external_node_path_default().resolve(root, external_node_path_default().dirname(name), target);
    const steps = target.split(/[/\\]/).filter(step => step !== '' && step !== '.');
    const ups = steps.filter(step => step === '..').length;
    const upFirst = steps.lastIndexOf('..') + 1 === ups;
    if (external_node_path_default().isAbsolute(target) || !upFirst || !(0,files/* isInside */.FK)(root, resolved)) {
        throw strayEntry(name, `links to ${JSON.stringify(target)}, outside of the archive`);
    }
    return target;
}
function strayEntry(name, found) {
    return new errors/* ActionError */.lZ({
        code: 'ARCHIVE_INVALID',
        message: `The archive's entry ${JSON.stringify(name)} ${found}.`,
        hint: 'No Python build contains such an entry: do not use this archive, and report it to whoever made it.',
    });
}

;// CONCATENATED MODULE: ./src/job/install-wanted-pip.ts








/**
 * Gives a tree in staging the pip that the workflow wants. From then on that is a part of its name:
 * nothing ever changes the packages of an installation that others can see.
 */
async function installWantedPip(context, distribution, scan) {
    const { inputs, jobEnv, env, signal, log } = context;
    const { pipVersion: version } = inputs;
    if (version === null)
        return { distribution, scan };
    if (distribution.implementation === 'pyodide') {
        log.info(`${(0,domain_python/* describePython */.ut)(distribution)} has no pip to install ${version} with.`);
        return { distribution, scan };
    }
    const { folder: root } = treePathsOf(context, distribution);
    await verifyInterpreter(root, distribution, context);
    const found = await installPip({ root, python: distribution, version, jobEnv, env, signal });
    const pip = isExactPip(version) ? version : found;
    const named = { ...distribution, pip };
    const { folder } = treePathsOf(context, named);
    if (folder !== root)
        await (0,files/* renamePatiently */.bK)(root, folder);
    return { distribution: named, scan: scanTree(folder) };
}
/**
 * Whether an installation has the newest pip of the range that the workflow wants, where it asks for
 * the latest of everything. An index that does not answer has nothing newer.
 */
async function hasLatestPip(context, python) {
    const { inputs, jobEnv, env, signal, log } = context;
    const { pipVersion: version, checkLatest } = inputs;
    if (version === null || !checkLatest || isExactPip(version) || python.pip === null)
        return true;
    try {
        const newest = await resolvePip({ root: python.path, python, version, jobEnv, env, signal });
        return newest === null || newest === python.pip;
    }
    catch (error) {
        if (!(error instanceof command/* CommandError */.Qd))
            throw error;
        log.warning(`The newest pip ${version} could not be asked for: pip ${error.message}. ${python.pip} stays.`);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/list/history-format.ts




/**
 * The entries of one part of the history. Its lines are of three kinds, and each holds until the
 * next of its kind:
 *
 *     https://example.com/{build}/cpython-{version}%2B{build}-{target}-{ending}
 *     3.13.5 20250612 install_only_stripped.tar.gz
 *     x86_64-unknown-linux-gnu j3QwVbbQ…   (a target and its archive's SHA-256 in base64url)
 *
 * Pure, and reads no line of a target that `isWanted` refuses.
 */
function* readHistory(text, isWanted) {
    let rule = '';
    let [version, build, ending] = ['', '', ''];
    for (const line of text.split('\n')) {
        const space = line.indexOf(' ');
        // No target begins with a digit, and every version does.
        if (/^\d/.test(line))
            [version = '', build = '', ending = ''] = line.split(' ');
        else if (line.startsWith('https:'))
            rule = line;
        else if (space > 0 && isWanted(line.slice(0, space))) {
            const sha256 = Buffer.from(line.slice(space + 1), 'base64url').toString('hex');
            yield { rule, version, build, ending, target: line.slice(0, space), sha256 };
        }
    }
}
/** Writes what `readHistory` reads; entries are written in the order in which they come. */
function formatHistory(entries) {
    const lines = [];
    let [rule, head] = ['', ''];
    for (const entry of entries) {
        const { version, build, ending, target, sha256 } = entry;
        if (entry.rule !== rule)
            lines.push(entry.rule);
        if (entry.rule !== rule || head !== `${version} ${build} ${ending}`) {
            lines.push(`${version} ${build} ${ending}`);
        }
        ;
        [rule, head] = [entry.rule, `${version} ${build} ${ending}`];
        lines.push(`${target} ${Buffer.from(sha256, 'hex').toString('base64url')}`);
    }
    return `${lines.join('\n')}\n`;
}
/** The address of an entry's archive. */
function addressOf(entry) {
    return entry.rule.replaceAll(/\{(version|build|target|ending)\}/g, (_, name) => {
        return entry[name];
    });
}
/** An entry as a distribution; `null` where its words make none. The address is put together when it is asked for. */
function distributionOf(entry, implementation) {
    const version = (0,domain_version/* parseVersion */.ot)(entry.version);
    const platform = parseTargetTriple(entry.target);
    if (version === null || platform === null)
        return null;
    const variant = entry.ending.includes('freethreaded') ? 'freethreaded' : 'default';
    return {
        key: `${implementation}-${keyOf(platform, entry.version, variant)}`,
        implementation,
        version,
        variant,
        build: entry.build,
        platform,
        sha256: entry.sha256,
        ...domain_python/* asItComes */.r3,
        get url() {
            return new URL(addressOf(entry));
        },
    };
}
/** What uv's key has after the implementation: `3.13.5-linux-x86_64-gnu`. */
function keyOf({ os, architecture, libc }, version, variant) {
    const name = variant === 'default' ? version : `${version}+${variant}`;
    return [name, os, (0,domain_platform/* formatArchitecture */.h4)(architecture), libc].join('-');
}

;// CONCATENATED MODULE: ./src/list/history.ts





/** Beside this file in `src`, and beside the bundle in `dist`. */
const folder = external_node_path_default().join(import.meta.dirname, 'history');
/** Which history this is, and what it consists of. */
async function readHistoryIndex() {
    return JSON.parse(await (0,promises_.readFile)(external_node_path_default().join(folder, 'index.json'), 'utf8'));
}
/**
 * Every build that uv's list has ever had, that could answer the requests and that `isWanted` accepts.
 * Reads only the parts that the requests are about.
 */
async function findInHistory(requests, isWanted) {
    const { parts } = await readHistoryIndex();
    const wanted = parts.filter(part => requests.some(request => isAbout(request, part)));
    const found = await Promise.all(wanted.map(async (part) => {
        const text = await (0,promises_.readFile)(external_node_path_default().join(folder, `${part}.txt`), 'utf8');
        const implementation = implementationOf(part);
        return parsePart(text, implementation, platform => isWanted(implementation, platform));
    }));
    return found.flat();
}
/** The distributions in the text of a part; pure. */
function parsePart(text, implementation, isWanted) {
    const verdicts = new Map();
    const isWantedTarget = (target) => {
        const platform = verdicts.has(target) ? null : parseTargetTriple(target);
        const verdict = verdicts.get(target) ?? (platform !== null && isWanted(platform));
        verdicts.set(target, verdict);
        return verdict;
    };
    return [...readHistory(text, isWantedTarget)].flatMap(entry => {
        return distributionOf(entry, implementation) ?? [];
    });
}
/** Whether a part could have an answer. */
function isAbout({ implementation, specifier }, part) {
    const minor = minorOf(specifier);
    return minor === null
        ? implementationOf(part) === implementation
        : part === `${implementation}-${minor}`;
}
/** `3.13` where a request is about one minor version; `null`: it may be about others. */
function minorOf(specifier) {
    if (specifier.kind === 'exact')
        return `${specifier.version.major}.${specifier.version.minor}`;
    if (specifier.kind !== 'release' || specifier.numbers.length < 2)
        return null;
    return specifier.numbers.slice(0, 2).join('.');
}
function implementationOf(part) {
    return domain_python/* implementations */.E5.find(name => part.startsWith(`${name}-`)) ?? 'cpython';
}

// EXTERNAL MODULE: ./src/domain/location.ts
var domain_location = __nccwpck_require__(1693);
// EXTERNAL MODULE: ./src/io/http.ts + 1 modules
var http = __nccwpck_require__(8494);
;// CONCATENATED MODULE: ./src/io/missing-file.ts


/** What an address looks like that lacks its `https://`, and so was read as a path. */
const hostForm = /^(?:localhost|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?::\d+)?$/i;
/** How far there is something on the way to a file that is missing, as a clause for a message. */
async function explainMissingFile(file) {
    let missing = file;
    for (;;) {
        const folder = external_node_path_default().dirname(missing);
        const found = await (0,promises_.stat)(folder).catch(() => null);
        if (found !== null || folder === missing)
            break;
        missing = folder;
    }
    if (missing === file)
        return `there is no such file in ${external_node_path_default().dirname(file)}`;
    const name = external_node_path_default().basename(missing);
    const clause = `there is no folder ${missing}`;
    return hostForm.test(name)
        ? `${clause}; if ${name} is a server, write https:// before it`
        : clause;
}

;// CONCATENATED MODULE: ./src/list/fetch.ts








const fetchLimits = {
    timeoutMs: 15_000,
    attempts: 4,
    retryDelayMs: 500,
    maxBytes: 64 * 1024 ** 2,
};
/** The text of a download list, from http(s) or from a file. Throws an `ActionError`. */
async function fetchList(location, signal, limits = {}) {
    const { url } = location;
    try {
        // A byte order mark is how PowerShell begins a file.
        if (url.protocol === 'file:')
            return (await (0,promises_.readFile)(url, 'utf8')).replace(/^\uFEFF/, '');
        return await (0,http/* getText */.q4)(url, { ...fetchLimits, ...limits, headers: (0,domain_location/* headersOf */.Y)(location), signal });
    }
    catch (error) {
        signal.throwIfAborted();
        const missing = await explainMissing(url, error);
        const found = (0,error_message/* messageOf */.b)(error);
        throw new errors/* ActionError */.lZ({
            code: 'LIST_UNAVAILABLE',
            message: `The list of Python distributions at ${url.href} could not be read: ${missing ?? found}.`,
            hint: 'Try again, or point python-downloads-json-url at a copy of the list that this runner can reach (a URL, file:// or a path).',
            cause: missing === null ? error : undefined,
        });
    }
}
/** Where others can answer in its place, the list's host is not asked twice. */
const publishedLimits = { timeoutMs: 10_000, attempts: 1, retryDelayMs: 0 };
/** The list that uv publishes, unless it is still the one with this mark: `null`. Throws what went wrong. */
async function fetchPublishedList({ url }, { etag, limits, signal, }) {
    return await (0,http/* getIfChanged */.Q5)(url, etag, { ...fetchLimits, ...publishedLimits, ...limits, signal });
}
async function explainMissing(url, error) {
    const isMissing = (0,files/* errorCode */.CA)(error) === 'ENOENT' && url.protocol === 'file:';
    return isMissing ? await explainMissingFile((0,external_node_url_.fileURLToPath)(url)) : null;
}

;// CONCATENATED MODULE: ./src/list/parse.ts





const everything = () => true;
/**
 * Reads a download list in uv's schema. An entry that cannot be used is skipped; a text that is no
 * list, or one with nothing usable at all, is an `ActionError` that names `source`, the list's
 * address. Entries that are not wanted are not looked at any closer.
 */
function parseList(text, source, isWanted = everything) {
    return readListText(text, source).parse(isWanted);
}
/** The same in steps. Throws an `ActionError` where the text is no list. */
function readListText(text, source) {
    const entries = Object.entries(parseObject(text, source));
    const select = (isWanted) => {
        return entries.filter(([, value]) => !(0,domain_parsed/* isObject */.G)(value) || isWantedEntry(value, isWanted));
    };
    return {
        parse: (isWanted = everything) => {
            const wanted = select(isWanted);
            const list = parse_parseEntries(wanted, source);
            if (list.distributions.length > 0 || wanted.length < entries.length)
                return list;
            const [first] = list.skipped;
            const found = first === undefined ? 'no entry' : `only unusable entries, the first: ${first}`;
            throw listError(source, `has ${found}`);
        },
        cut: isWanted => JSON.stringify(Object.fromEntries(select(isWanted))),
    };
}
function parse_parseEntries(entries, source) {
    // A list that someone else serves has no say about the files of this machine.
    const protocols = ['https:', 'http:', ...(source.startsWith('file:') ? ['file:'] : [])];
    const distributions = [];
    const skipped = [];
    for (const [key, value] of entries) {
        try {
            distributions.push(parseEntry(key.slice(0, longestKey), value, protocols));
        }
        catch (error) {
            if (!(error instanceof EntryError))
                throw error;
            skipped.push(error.message);
        }
    }
    return { distributions, skipped };
}
/** A key is for people: cut, it still says what is meant. */
const longestKey = 100;
function isWantedEntry(entry, isWanted) {
    const { name, os, libc } = entry;
    const { family, variant: level = null } = (0,domain_parsed/* isObject */.G)(entry.arch) ? entry.arch : {};
    const implementation = name === 'cpython' && os === 'emscripten' ? 'pyodide' : name;
    return isWanted(`${implementation}`, { os, architecture: { family, level }, libc });
}
function parseObject(text, source) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw listError(source, 'is not JSON', error);
    }
    if (!(0,domain_parsed/* isObject */.G)(value))
        throw listError(source, 'is not a JSON object');
    return value;
}
function listError(source, found, cause) {
    return new errors/* ActionError */.lZ({
        code: 'LIST_INVALID',
        message: `The list of Python distributions at ${source} ${found}.`,
        hint: "Point python-downloads-json-url at a JSON file in the schema of uv's download-metadata.json.",
        cause,
    });
}
/** One entry's fault; never leaves this file. */
class EntryError extends Error {
}
function parseEntry(key, value, protocols) {
    if (!(0,domain_parsed/* isObject */.G)(value))
        throw new EntryError(`${key}: not an object`);
    const os = oneOf(domain_platform/* oses */.$m, { key, value, field: 'os' });
    return {
        key,
        implementation: parseImplementation(key, value, os),
        version: parseVersion(key, value),
        variant: parseVariant(key, value),
        build: parse_matching(/^[\w.]{1,40}$/, { key, value, field: 'build' }),
        platform: {
            os,
            architecture: parse_parseArchitecture(key, value),
            libc: oneOf(domain_platform/* libcs */.Mm, { key, value, field: 'libc' }),
        },
        url: parseUrl({ key, value, field: 'url' }, protocols),
        sha256: parseSha256(key, value),
        ...domain_python/* asItComes */.r3,
    };
}
/** uv lists Pyodide as the CPython of emscripten, which it is; for us the name says how to treat it. */
function parseImplementation(key, value, os) {
    const name = oneOf(domain_python/* implementations */.E5, { key, value, field: 'name' });
    return name === 'cpython' && os === 'emscripten' ? 'pyodide' : name;
}
function parseVersion(key, value) {
    const text = value.prerelease;
    const prerelease = typeof text === 'string' ? (0,domain_version/* parsePrerelease */.AG)(text) : null;
    if (prerelease === null && text !== '' && text !== null && text !== undefined) {
        throw wrong({ key, value, field: 'prerelease' });
    }
    return {
        major: releaseNumber({ key, value, field: 'major' }),
        minor: releaseNumber({ key, value, field: 'minor' }),
        patch: releaseNumber({ key, value, field: 'patch' }),
        prerelease,
    };
}
function parseVariant(key, value) {
    if (value.variant === null || value.variant === undefined)
        return 'default';
    return oneOf(domain_python/* variants */.HI, { key, value, field: 'variant' });
}
function parse_parseArchitecture(key, entry) {
    const value = entry.arch;
    if (!(0,domain_parsed/* isObject */.G)(value))
        throw wrong({ key, value: entry, field: 'arch' });
    const family = oneOf(domain_platform/* architectureFamilies */.Ai, { key, value, field: 'family' });
    if (value.variant === null || value.variant === undefined)
        return { family, level: null };
    return { family, level: parse_matching(/^v[234]$/, { key, value, field: 'variant' }) };
}
function parseUrl(place, protocols) {
    const { url: text } = place.value;
    const url = typeof text === 'string' ? URL.parse(text) : null;
    if (url === null || !protocols.includes(url.protocol))
        throw wrong(place);
    // Not shown, either: a password of a list's is no secret that we know of.
    if (url.username + url.password !== '')
        throw new EntryError(`${place.key}: credentials in url`);
    return url;
}
function parseSha256(key, value) {
    if (value.sha256 === null || value.sha256 === undefined)
        return null;
    return parse_matching(/^[0-9a-f]{64}$/i, { key, value, field: 'sha256' }).toLowerCase();
}
function oneOf(words, place) {
    const found = words.find(word => word === place.value[place.field]);
    if (found === undefined)
        throw wrong(place);
    return found;
}
function parse_matching(pattern, place) {
    const text = place.value[place.field];
    if (typeof text !== 'string' || !pattern.test(text))
        throw wrong(place);
    return text;
}
function releaseNumber(place) {
    const number = place.value[place.field];
    if (!Number.isInteger(number) || Number(number) < 0 || Number(number) > 9999)
        throw wrong(place);
    return Number(number);
}
function wrong({ key, value, field }) {
    return new EntryError(`${key}: unusable ${field} ${JSON.stringify(value[field])?.slice(0, 100)}`);
}

;// CONCATENATED MODULE: ./src/job/open-list.ts




/** The list that the workflow names. Throws an `ActionError`. */
async function openNamedList(context, wanted) {
    const { inputs, log, signal } = context;
    const { list, isLocked, lockFile } = inputs;
    // By its name, as addresses of files have no place in a file of the repository.
    const source = isLocked && lockFile !== null ? lockFile.name : list.url.href;
    const text = readListText(await fetchList(list, signal, inputs.patience.list), source);
    const { distributions, skipped } = text.parse(wanted);
    logList({ source, distributions, skipped }, log);
    return {
        listed: distributions,
        parseAll: async () => text.parse().distributions,
        stale: null,
    };
}
/** Says to those who debug what a list has for this job, and what of it was of no use. */
function logList({ source, distributions, skipped }, log) {
    log.debug(`${source}: ${describeFit(distributions)}`);
    for (const line of describeSkipped(skipped))
        log.debug(line);
}
/** `12 entries fit, of builds up to 20261120`. */
function describeFit(distributions) {
    const newest = distributions
        .map(({ build }) => build)
        .sort(domain_build/* compareBuilds */.V)
        .at(-1);
    const count = (0,format/* formatCount */.B4)(distributions.length, 'entry fits', 'entries fit');
    return newest === undefined ? count : `${count}, of builds up to ${newest}`;
}
/** A list can have thousands of entries that are of no use here. */
const shownSkipped = 20;
function describeSkipped(skipped) {
    if (skipped.length === 0)
        return [];
    const first = skipped.length > shownSkipped ? `, the first ${shownSkipped}` : '';
    const count = `${(0,format/* formatCount */.B4)(skipped.length, 'entry', 'entries')} of the list skipped${first}:`;
    return [count, ...skipped.slice(0, shownSkipped)];
}

// EXTERNAL MODULE: ./src/io/digest.ts
var digest = __nccwpck_require__(2406);
;// CONCATENATED MODULE: ./src/list/cached-list.ts




/** The file for the part of a list that `purpose` describes, below a folder of the tool cache. */
function cachedListFile(folder, url, purpose) {
    return external_node_path_default().join(folder, `${(0,digest/* digest */.b)(JSON.stringify([url.href, purpose]), 16)}.json`);
}
/** What was cached; `null` where there is nothing, or nothing that can be read. */
async function readCachedList(file) {
    try {
        const { etag, text } = JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
        return typeof etag === 'string' && typeof text === 'string' ? { etag, text } : null;
    }
    catch {
        return null;
    }
}
/** Caches a list; where that cannot be written, the next job downloads it again. */
async function writeCachedList(file, list) {
    try {
        await (0,promises_.mkdir)(external_node_path_default().dirname(file), { recursive: true });
        await (0,files/* writeFileAtomically */.lo)(file, JSON.stringify(list));
    }
    catch {
        // A tool cache that is full or read-only says so where that matters.
    }
}

;// CONCATENATED MODULE: ./src/list/archive-rank.ts
const preferred = ['install_only_stripped', 'install_only', 'shared-pgo', 'shared-noopt'];
/**
 * Which of several archives of one build to take, by what the archive is called after its target:
 * the lower, the better. It is uv's order; of equals, what unpacks faster.
 */
function archiveRank(ending) {
    const place = preferred.findIndex(name => ending.includes(name));
    const optimizations = Number(ending.includes('lto')) + Number(ending.includes('pgo'));
    const slow = ending.endsWith('.bz2') ? 0.5 : 0;
    return (place === -1 ? preferred.length : place) * 3 - optimizations + slow;
}

;// CONCATENATED MODULE: ./src/list/releases.ts








const releaseLimits = { timeoutMs: 6_000, maxBytes: 64 * 1024 ** 2 };
/** A line that is no release at all: what answers is not the list. */
class LineError extends Error {
}
/**
 * The lines of Astral's list of releases that are newer than a build (`20261110`). The list has the
 * newest release first, so that a few lines are read of thousands. Throws what went wrong.
 */
async function fetchReleases(location, newerThan, { signal, limits = {} }) {
    const lines = [];
    let isEmpty = true;
    const headers = (0,domain_location/* headersOf */.Y)(location);
    await (0,http/* streamLines */.Mn)(location.url, { ...releaseLimits, ...limits, headers, signal }, line => {
        if (line.trim() === '')
            return true;
        isEmpty = false;
        const { build } = readRelease(line);
        if (build > newerThan)
            lines.push(line);
        return build > newerThan;
    });
    if (isEmpty)
        throw new LineError('it is empty');
    return lines;
}
/** What a release offers on the platforms that are wanted; of several archives of a build the best. Pure. */
function parseRelease(line, isWanted) {
    const { version, build, artifacts } = readRelease(line);
    const best = new Map();
    for (const artifact of artifacts) {
        const { platform: target, variant: flavour, url: address, sha256 } = artifact;
        const words = `${flavour}`.split(/[+-]/);
        // A few targets carry a word that belongs to the flavour.
        const [, triple = '', word] = /^(.*?)(?:-(debug|freethreaded))?$/.exec(`${target}`) ?? [];
        const platform = parseTargetTriple(triple);
        const variant = variantOf([...words, `${word}`]);
        const url = URL.parse(`${address}`);
        if (platform === null || url?.protocol !== 'https:' || !isWanted(platform))
            continue;
        if (words.includes('static') || (platform.libc === 'musl' && build < firstDynamicMusl))
            continue;
        if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
            continue;
        const key = `cpython-${keyOf(platform, version.text, variant)}`;
        const rank = archiveRank(`${flavour}`);
        if (rank >= (best.get(key)?.rank ?? Number.POSITIVE_INFINITY))
            continue;
        const distribution = {
            ...{ key, implementation: 'cpython', version: version.parsed, variant, build, platform },
            ...{ url, sha256, ...domain_python/* asItComes */.r3 },
        };
        best.set(key, { rank, distribution });
    }
    return [...best.values()].map(({ distribution }) => distribution);
}
/** Before it, builds for musl were static, and could load no extension modules. */
const firstDynamicMusl = '20250311';
function variantOf(words) {
    const isDebug = words.includes('debug');
    if (!words.includes('freethreaded'))
        return isDebug ? 'debug' : 'default';
    return isDebug ? 'freethreaded+debug' : 'freethreaded';
}
function readRelease(line) {
    const { version: name, artifacts } = releases_parseObject(line);
    const [, text = '', build = ''] = /^([\w.]+)\+(\d{8})$/.exec(`${name}`) ?? [];
    const parsed = (0,domain_version/* parseVersion */.ot)(text);
    if (parsed === null || !Array.isArray(artifacts))
        throw new LineError('it has no releases');
    return { version: { text, parsed }, build, artifacts: artifacts.filter(domain_parsed/* isObject */.G) };
}
function releases_parseObject(line) {
    try {
        const value = JSON.parse(line);
        return (0,domain_parsed/* isObject */.G)(value) ? value : {};
    }
    catch {
        throw new LineError('it is not JSON');
    }
}

;// CONCATENATED MODULE: ./src/job/public-list.ts









/** How long the list's host is waited for alone. */
const headStartMs = 2_000;
/**
 * The list where the workflow names none: uv's or, where its host is down, refuses or takes longer
 * than two seconds, Astral's list of what was released since the history was written. Where neither
 * can be had, the history alone. Throws the signal's reason.
 */
async function openPublicList(context, wish) {
    const { inputs, signal } = context;
    const stop = new AbortController();
    const asking = AbortSignal.any([signal, stop.signal]);
    const published = inputs.astralMirror === null ? openPublished(context, wish, asking) : null;
    const releases = openReleases(context, wish, { published, signal: asking });
    try {
        return await Promise.any(published === null ? [releases] : [published, releases]);
    }
    catch (error) {
        signal.throwIfAborted();
        const failures = error instanceof AggregateError ? error.errors : [error];
        return await openHistory(wish, failures.map(error_message/* messageOf */.b).join(', nor '));
    }
    finally {
        stop.abort();
    }
}
/** The list of uv. On a machine that lasts, what has not changed is neither sent nor read as a whole. */
async function openPublished({ inputs, log, cacheFolder, signal: jobSignal }, { wanted, name }, signal) {
    const { list } = inputs;
    const file = cacheFolder === null ? null : cachedListFile(cacheFolder, list.url, name);
    const cached = file === null ? null : await readCachedList(file);
    const asking = { etag: cached?.etag ?? null, limits: inputs.patience.list, signal };
    const answer = await explained(list, () => fetchPublishedList(list, asking));
    const text = await explained(list, () => readListText(answer?.text ?? cached?.text ?? '', 'that'));
    const { distributions, skipped } = await explained(list, () => text.parse(wanted));
    logList({ source: list.url.href, distributions, skipped }, log);
    if (file !== null && answer?.etag && distributions.length > 0) {
        await writeCachedList(file, { etag: answer.etag, text: text.cut(wanted) });
    }
    const parseAll = async () => {
        if (answer !== null)
            return text.parse().distributions;
        const again = { ...asking, etag: null, signal: jobSignal };
        const whole = await fetchPublishedList(list, again).catch(() => null);
        return (whole === null ? text : readListText(whole.text, list.url.href)).parse().distributions;
    };
    return { listed: distributions, parseAll, stale: null };
}
/** The history with what Astral has released since, once uv's list has had its time. */
async function openReleases({ inputs, log }, { requests, wanted }, first) {
    const { published, signal } = first;
    const patienceMs = inputs.patience.headStartMs ?? headStartMs;
    const why = published === null ? null : await failureOf(published, patienceMs, signal);
    const { base, authorization } = inputs.astralMirror ?? {
        base: new URL(astralReleases),
        authorization: null,
    };
    const location = { url: new URL(releasesPath, base), authorization };
    const { build } = await readHistoryIndex();
    const asking = { signal, limits: inputs.patience.list };
    const lines = await explained(location, () => fetchReleases(location, build, asking));
    if (why !== null)
        log.info(`${why}; ${location.url.host} was asked instead.`);
    const read = async (wanted) => {
        const newer = lines.flatMap(line => parseRelease(line, platform => wanted('cpython', platform)));
        return [...newer, ...(await findInHistory(requests, wanted))];
    };
    return { listed: await read(wanted), parseAll: () => read(() => true), stale: null };
}
/** Why the list has no answer, or none yet; rejects where it has one. */
async function failureOf(published, patienceMs, signal) {
    const late = `The list of Python distributions was not downloaded within ${patienceMs / 1000} s`;
    const asked = published.then(() => null, error => `The list of Python distributions could not be read: ${(0,error_message/* messageOf */.b)(error)}`);
    const failure = await Promise.race([asked, (0,external_node_timers_promises_.setTimeout)(patienceMs, late, { signal })]);
    if (failure === null)
        throw new Error('the list was there');
    return failure;
}
/** The history alone: what the lists of uv have had until it was written. */
async function openHistory({ requests, wanted }, failure) {
    const { date } = await readHistoryIndex();
    return {
        listed: await findInHistory(requests, wanted),
        parseAll: () => findInHistory(requests, () => true),
        stale: `The list of Python distributions could not be read: ${failure}. The list inside this action is from ${date}`,
    };
}
/** Does what may fail at an address, and names that in the error. */
async function explained({ url }, work) {
    try {
        return await work();
    }
    catch (error) {
        throw new Error(`${url.href} (${(0,error_message/* messageOf */.b)(error)})`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./src/job/read-list.ts







/**
 * What there is to choose from for the job's requests on some machines, the job's own first: what
 * the list has and, of the versions and builds that it does not have any more, the history. A list
 * of the workflow's own, or a lock file, is asked alone. Throws an `ActionError` where the list
 * cannot be had, or for the first request that nothing answers on the job's own machine.
 */
async function readList(context, machines) {
    const { inputs, log } = context;
    const { requests } = inputs;
    const hasHistory = !inputs.ownList && !inputs.isLocked;
    if (hasHistory && requests.every(({ build }) => build !== null)) {
        const pinned = await findBuilds(requests, machines);
        if (arePinned(inputs, pinned, machines))
            return { distributions: pinned, isStale: false };
    }
    const wanted = wantedBy(requests, machines);
    const wish = { requests, wanted, name: nameWish(requests, machines) };
    const list = hasHistory
        ? await openPublicList(context, wish)
        : await openNamedList(context, wanted);
    const missing = unanswered(inputs, list.listed, machines);
    const past = hasHistory && missing.length > 0 ? await findBuilds(missing, machines) : [];
    const distributions = [...list.listed, ...past];
    const [unmatched] = unanswered(inputs, distributions, [machines[0]]);
    if (unmatched !== undefined)
        throw await explain(unmatched, list, { hasHistory, machines });
    if (list.stale !== null)
        log.warning(`${list.stale} and is used instead: it does not have newer builds.`);
    return { distributions, isStale: list.stale !== null };
}
/**
 * Whether each request has its very build: that stays what it is, so there is nothing that a newer
 * list could say. For a part of one, such as PyPy 7.3, it could.
 */
function arePinned({ requests, strategy }, pythons, machines) {
    return requests.every(request => {
        return machines.every(host => {
            return selectPython(request, pythons, host, strategy)?.build === request.build;
        });
    });
}
async function explain(request, list, { hasHistory, machines, }) {
    const past = hasHistory ? await findInHistory([request], () => true) : [];
    const all = [...(await list.parseAll()), ...past];
    const error = explainUnmatched(request, all, machines[0], { isComplete: hasHistory });
    if (list.stale === null)
        return error;
    return new errors/* ActionError */.lZ({
        code: 'LIST_UNAVAILABLE',
        message: `${list.stale}. ${error.message}`,
        hint: `A newer list may have it: try again. ${error.hint}`,
    });
}
/** Jobs with the same name want the same part of the list. */
function nameWish(requests, machines) {
    const terms = requests.map(({ implementation, os, architecture, libc }) => {
        return JSON.stringify({ implementation, os, architecture, libc });
    });
    return JSON.stringify([[...new Set(terms)].sort(), machines]);
}
/** The requests that one of the machines has no answer for. */
function unanswered({ requests, strategy }, distributions, machines) {
    return requests.filter(request => {
        return machines.some(host => selectPython(request, distributions, host, strategy) === null);
    });
}
/** What the history has for exactly these requests: it must not answer any others. */
async function findBuilds(requests, machines) {
    const found = await findInHistory(requests, wantedBy(requests, machines));
    const filters = requests.map(request => [request, versionFilter(request)]);
    return found.filter(python => {
        return filters.some(([request, accepts]) => isWanted(request, python) && accepts(python.version));
    });
}
/** Whether one of the machines would run an archive for one of the requests. */
function wantedBy(requests, machines) {
    const verdicts = new Map();
    return (implementation, platform) => {
        const { os, architecture, libc } = platform;
        const key = [implementation, os, architecture.family, architecture.level, libc].join(' ');
        const verdict = verdicts.get(key) ??
            requests.some(request => {
                return (request.implementation === implementation &&
                    machines.some(host => runsOn(request, platform, host)));
            });
        verdicts.set(key, verdict);
        return verdict;
    };
}

;// CONCATENATED MODULE: ./src/job/plan-from-list.ts






/**
 * Adds to a plan what is to be done for the requests that it has nothing for, by asking the list.
 * Where the list cannot be had, an installation that would do is taken, with a warning.
 */
async function completeFromList(fromToolCache, resolution, context) {
    const { inputs, log } = context;
    const missing = inputs.requests.filter(request => !fromToolCache.has(request));
    if (missing.length === 0)
        return fromToolCache;
    try {
        const cacheFolder = cachedListsFolder(context);
        const asking = { ...context, inputs: { ...inputs, requests: missing }, cacheFolder };
        const { distributions, isStale } = await readList(asking, [resolution.host]);
        const chosen = chooseListed(missing, distributions, resolution);
        const installed = chooseInstalled(missing, resolution, { secondBest: true });
        const plan = isStale ? preferInstalled(chosen, installed, resolution) : chosen;
        const listed = await withLatestPips(context, plan, { distributions, make: resolution.make });
        return new Map([...fromToolCache, ...listed]);
    }
    catch (error) {
        if (inputs.isLocked)
            throw explainUnlocked(error, inputs.lockFile);
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'LIST_UNAVAILABLE')
            throw error;
        const installed = chooseInstalled(missing, resolution, { secondBest: true });
        if (installed.size < missing.length)
            throw error;
        log.warning(`${error.message} What the tool cache has is used instead; there may be newer versions.`);
        return new Map([...fromToolCache, ...installed]);
    }
}
/** Where a machine that lasts caches what it has read of the list; `null`: this one does not. */
function cachedListsFolder({ toolCache, jobEnv }) {
    if (jobEnv.RUNNER_ENVIRONMENT === 'github-hosted')
        return null;
    return (0,tool_cache/* folderInToolCache */.eh)(toolCache, 'managed-python-lists');
}
/** The same plan, with an installation made again where the index has a newer pip than it has. */
async function withLatestPips(context, plan, { distributions, make }) {
    const tasks = [...plan].map(async ([request, task]) => {
        if (task.kind === 'install' || (await hasLatestPip(context, task.installation))) {
            return [request, task];
        }
        const distribution = distributions.find(({ sha256 }) => {
            return sha256 === task.installation.archiveSha256;
        });
        const again = distribution && installTask(distribution, make);
        return [request, again ?? task];
    });
    return new Map(await settleAll(tasks, context.signal));
}
/** A request that the lock file has nothing for: says how to add it. Any other error stays what it is. */
function explainUnlocked(error, lockFile) {
    const name = lockFile?.name ?? '';
    if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'REQUEST_UNMATCHED')
        return error;
    return new errors/* ActionError */.lZ({
        code: error.code,
        message: `The lock file ${name} has no match. ${error.message}`,
        hint: `To add it, run a step with update-lock: true, with this request in python-version and this platform in lock-platforms, and commit ${name}.`,
        cause: error.cause,
    });
}

;// CONCATENATED MODULE: ./src/domain/request/matrix.ts




/**
 * What to write into `strategy.matrix` for these requests: each minor version that some Python for
 * this platform answers, oldest first, in a form that `python-version` takes. Where the newest of a
 * minor version is outside of the request, it is named by the newest version inside.
 */
function matrixOf(requests, pythons, host) {
    const rows = requests.flatMap(request => rowsOf(request, pythons, host));
    const sorted = rows.toSorted((a, b) => (0,domain_version/* compareVersions */.Zy)(a.version, b.version));
    return [...new Set(sorted.map(({ text }) => text))];
}
function rowsOf(request, pythons, host) {
    const versions = pythons
        .filter(python => isWanted(request, python) && runsOn(request, python.platform, host))
        .map(({ version }) => version);
    const accepts = versionFilter(request);
    const minors = Map.groupBy(versions, ({ major, minor }) => `${major}.${minor}`);
    return [...minors].flatMap(([minor, all]) => {
        const version = newest(all.filter(accepts));
        if (version === null)
            return [];
        // A build is of one version, which its number alone would not ask for again.
        if (request.build !== null)
            return [{ version, text: request.text }];
        const { prerelease } = version;
        const siblings = all.filter(each => prerelease !== null || each.prerelease === null);
        const isNewest = newest(siblings) === version;
        return [{ version, text: nameOf(request, isNewest ? minor : (0,domain_version/* formatVersion */.qh)(version), version) }];
    });
}
/** The newest version, a stable one where there is one; `null` of none. */
function newest(versions) {
    const stable = versions.filter(({ prerelease }) => prerelease === null);
    return (stable.length > 0 ? stable : versions).toSorted(domain_version/* compareVersions */.Zy).at(-1) ?? null;
}
/** `3.13t`, `pypy3.11`, and `3.15-dev` where a minor version has no release yet. */
function nameOf({ implementation, variant }, text, { prerelease }) {
    const name = implementation === 'cpython' ? '' : implementation;
    const isMinor = text.split('.').length === 2;
    return `${name}${text}${(0,domain_python/* variantSuffix */.n6)(variant)}${prerelease !== null && isMinor ? '-dev' : ''}`;
}

;// CONCATENATED MODULE: ./src/job/resolve-only.ts









/** What the requests come to on this platform, without installing anything. Throws an `ActionError` for the first request that nothing matches. */
function resolveRequests({ requests, defaultIndex, strategy }, pythons, host) {
    const chosen = requests.map((request, index) => {
        const python = selectPython(request, pythons, host, strategy);
        if (python === null)
            throw explainUnmatched(request, pythons, host);
        return { request: request.text, python, isDefault: index === defaultIndex };
    });
    return { chosen, matrix: matrixOf(requests, pythons, host) };
}
/** Answers what the requests come to; nothing is installed, and nothing is written but outputs. */
async function resolveOnly(inputs, signal) {
    const host = platformOf(await (0,io_host/* readHostFacts */.a)());
    const { distributions } = await readList({ inputs, log: log, signal, cacheFolder: null }, [host]);
    const resolution = resolveRequests(inputs, distributions, host);
    for (const line of renderResolution(resolution))
        log.info(line);
    setOutputs(resolutionOutputs(resolution));
}

;// CONCATENATED MODULE: ./src/install/checksum.ts
var checksum_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var checksum_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



const chunkBytes = 1024 ** 2;
/** SHA-256 of a file, in lower-case hexadecimal; in half the time that a stream of it takes. */
async function sha256Of(file, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const chunk = Buffer.allocUnsafeSlow(chunkBytes);
        const handle = checksum_addDisposableResource(env_1, await (0,promises_.open)(file), true);
        for (;;) {
            signal.throwIfAborted();
            const { bytesRead } = await handle.read(chunk);
            if (bytesRead === 0)
                return hash.digest('hex');
            hash.update(chunk.subarray(0, bytesRead));
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = checksum_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Refuses a distribution whose bytes nobody vouches for. Throws an `ActionError`. */
function requireChecksum({ key, sha256 }, { ownList, verifyAttestation }) {
    if (sha256 !== null || (ownList && !verifyAttestation))
        return;
    const withSum = `a list with a SHA-256 for it (python-downloads-json-url)`;
    throw new errors/* ActionError */.lZ({
        code: 'CHECKSUM_MISSING',
        message: `The list has no SHA-256 for ${key}, so its archive cannot be verified.`,
        hint: ownList
            ? `Provide ${withSum}: it is what verify-attestation looks for.`
            : `Request another build, or provide ${withSum}. uv's own list has none for Pyodide.`,
    });
}
/** Throws an `ActionError` where the archive is not the one that the list describes. */
function checkChecksum(distribution, found, url) {
    const { key, sha256 } = distribution;
    if (sha256 === null || sha256 === found)
        return;
    throw new errors/* ActionError */.lZ({
        code: 'CHECKSUM_MISMATCH',
        message: `The archive of ${key} from ${url.href} has the SHA-256 ${found}, but the list says ${sha256}.`,
        hint: 'The archive was changed or damaged in transit, or the mirror and the list do not match. Nothing was installed. Update the mirror or the list.',
    });
}

;// CONCATENATED MODULE: ./src/install/download-failure.ts






/** What a server's answer, or the lack of one, comes to. */
function download_failure_failureOf(url, cause) {
    const status = statusOf(cause);
    if (status === null) {
        const message = (0,error_message/* messageOf */.b)(cause);
        return { kind: 'other', message: `${url.href}: ${message}`, cause };
    }
    const isRefused = [401, 403, 407].includes(status);
    const isMissing = status === 404 || status === 410;
    const kind = isRefused ? 'refused' : isMissing ? 'missing' : 'other';
    return { kind, message: `${url.href}: HTTP ${status}` };
}
/** The same of a file that cannot be read. */
async function fileFailureOf(url, cause) {
    const code = (0,files/* errorCode */.CA)(cause);
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
        return download_failure_failureOf(url, cause);
    return { kind: 'missing', message: await explainMissingFile((0,external_node_url_.fileURLToPath)(url)) };
}
/** The runner's downloader has its own error for an answer that is no success. */
function statusOf(cause) {
    if (cause instanceof http/* HttpError */.j$)
        return cause.status;
    if (!(cause instanceof Error) || !('httpStatusCode' in cause))
        return null;
    return typeof cause.httpStatusCode === 'number' ? cause.httpStatusCode : null;
}
/** The error of a download that no source has delivered. */
function downloadError(distribution, failures) {
    const messages = new Set(failures.map(({ message }) => message));
    return new errors/* ActionError */.lZ({
        code: 'DOWNLOAD_FAILED',
        message: `The archive of ${distribution.key} could not be downloaded: ${[...messages].join('; ')}.`,
        hint: download_failure_hintFor(distribution, failures),
        cause: failures.findLast(({ cause }) => cause !== undefined)?.cause,
    });
}
function download_failure_hintFor({ build }, failures) {
    if (failures.some(({ kind }) => kind === 'refused')) {
        return 'The server refuses access. For your own mirror, check mirror-token; otherwise, check the proxy of this runner.';
    }
    if (failures.every(({ kind }) => kind === 'missing')) {
        return `The list names build ${build}: copy its archive to your mirror, point python-downloads-json-url at a list of what the mirror has, or request another version.`;
    }
    return 'Try again, or point mirror at a place that this runner can reach.';
}

// EXTERNAL MODULE: ./src/io/agent.ts + 1 modules
var agent = __nccwpck_require__(985);
;// CONCATENATED MODULE: ./src/install/transfer.ts






/**
 * Has the tool cache's downloader write what a source has to a file, and tells its size. Once started
 * it cannot be stopped; a full disk or a limit of the job, which it would wait for, ends it at once.
 * Throws what the downloader or the system throws, or the signal's reason.
 */
async function transfer(source, file, { retryDelayMs, signal, onMessage }) {
    const { url, authorization } = await followRedirects(source, signal);
    const { downloadTool } = await __nccwpck_require__.e(/* import() */ 805).then(__nccwpck_require__.bind(__nccwpck_require__, 9805));
    (0,agent/* useAgentsInLibraries */.Y)();
    setRetryDelay(retryDelayMs);
    const inVain = Promise.withResolvers();
    let ended = false;
    const read = (line) => {
        const error = readDiskError(line.text);
        ended ||= error !== null;
        // The downloader would sleep now, and try again in vain.
        if (error !== null)
            inVain.reject(error);
        else if (!ended)
            onMessage(line);
    };
    const written = (0,output/* captureOutput */.Q9)(text => (0,output/* readLines */.Se)(text).forEach(read), () => downloadTool(url.href, file, authorization ?? undefined, {}));
    await Promise.race([written, inVain.promise]);
    return await sizeOf(file);
}
/** The downloader can be told by global variables only. */
function setRetryDelay(ms) {
    if (ms === undefined)
        return;
    for (const end of ['MIN', 'MAX']) {
        Object.assign(globalThis, { [`TEST_DOWNLOAD_TOOL_RETRY_${end}_SECONDS`]: ms / 1000 });
    }
}
const redirectLimits = { timeoutMs: 30_000, attempts: 3, retryDelayMs: 500 };
const maxRedirects = 10;
/**
 * The downloader follows redirects, but takes credentials along to other ports of a host, and takes
 * one to a mere path for an error. So where there are credentials, or it has not worked without,
 * the way is found first, on which credentials stay with their own origin.
 */
async function followRedirects(source, signal) {
    let { url, authorization } = source;
    for (let count = 0; authorization !== null || source.again; count++) {
        if (count > maxRedirects)
            throw new Error(`more than ${maxRedirects} redirects`);
        const next = await (0,http/* getRedirect */.Rh)(url, {
            ...redirectLimits,
            headers: (0,domain_location/* headersOf */.Y)({ url, authorization }),
            signal,
        });
        if (next === null)
            break;
        if (next.origin !== url.origin)
            authorization = null;
        url = next;
    }
    return { url, authorization };
}
/** Bytes that a file has by now; 0 where there is none. */
async function sizeOf(file) {
    return await (0,promises_.stat)(file).then(({ size }) => size, () => 0);
}

;// CONCATENATED MODULE: ./src/install/local-archive.ts
var local_archive_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var local_archive_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/**
 * From a folder: a tar is read where it lies, once, so that what is verified is what was unpacked.
 * A zip is read again and again, so it has to be ours: it is copied to `file`. Throws an `ActionError`.
 */
async function findArchive({ distribution, file }, url) {
    const source = (0,external_node_url_.fileURLToPath)(url);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            if ((0,layout/* archiveEnding */.YG)(distribution) === '.zip') {
                await (0,promises_.copyFile)(source, file, external_node_fs_.constants.COPYFILE_FICLONE);
                return { file, url, sizeBytes: await sizeOf(file) };
            }
            const handle = local_archive_addDisposableResource(env_1, await (0,promises_.open)(source, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0)), true);
            const found = await handle.stat();
            if (!found.isFile())
                throw new Error('it is not a file');
            return { file: source, url, sizeBytes: found.size };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = local_archive_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const explained = explainDiskError(error);
        // What may not be read has a path as well, but is the mirror's fault.
        if ((0,files/* errorCode */.CA)(error) !== 'EACCES' && explained !== error)
            throw explained;
        throw downloadError(distribution, [await fileFailureOf(url, error)]);
    }
}

;// CONCATENATED MODULE: ./src/install/download.ts







const downloadLimits = {
    stallMs: 5_000,
    silenceMs: 60_000,
    deadlineMs: 1_800_000,
    maxBytes: 2 * 1024 ** 3,
};
const pollMs = 250;
/**
 * Gets an archive from the first source that delivers; whether it is the right one is another
 * question. The tool cache's downloader retries by itself, but sleeps in between and cannot be
 * stopped; so a source that stalls or fails has the next one started beside it, and whichever ends
 * first wins. An only source that stalls is asked once more in the same way. Throws an `ActionError`.
 */
async function downloadArchive(download) {
    const { distribution, locations, limits, signal, onProgress, onMessage } = download;
    const local = locations.find(({ url }) => url.protocol === 'file:');
    if (local !== undefined)
        return await findArchive(download, local.url);
    const delivery = Promise.withResolvers();
    const waiting = locations.map(location => ({ ...location, again: false }));
    const spare = waiting.length === 1 ? waiting.map(source => ({ ...source, again: true })) : [];
    const files = [];
    const failures = [];
    const readWait = (0,io_waiting/* createWaitMeter */.P)();
    let waitedMs = 0;
    let quietMs = 0;
    let sizeBytes = 0;
    /** Nothing that a source still does is of interest, and none is asked any more. */
    let over = false;
    const start = (source, because) => {
        if (source === undefined || over)
            return;
        if (because !== undefined)
            onMessage({ isDebug: false, text: askingText(source, because) });
        const file = nameFor(download.file, files.length);
        files.push(file);
        quietMs = 0;
        const hear = (line) => {
            if (!over)
                onMessage(line);
        };
        transfer(source, file, { retryDelayMs: limits.retryDelayMs, signal, onMessage: hear }).then(sizeBytes => delivery.resolve({ file, url: source.url, sizeBytes }), (error) => {
            const explained = explainDiskError(error);
            // Another source would fill the same disk.
            if (explained !== error)
                return delivery.reject(explained);
            failures.push(download_failure_failureOf(source.url, error));
            if (waiting.length > 0)
                start(waiting.shift(), failures.at(-1)?.message);
            else if (failures.length === files.length)
                delivery.reject(giveUp());
        });
    };
    const giveUp = (...why) => {
        const reasons = why.map((message) => ({ kind: 'other', message }));
        return downloadError(distribution, [...failures, ...reasons]);
    };
    start(waiting.shift());
    try {
        for (;;) {
            const pause = (0,external_node_timers_promises_.setTimeout)(pollMs, null, { signal }).catch(() => null);
            const archive = await Promise.race([delivery.promise, pause]);
            if (archive !== null)
                return archive;
            signal.throwIfAborted();
            const sizes = await Promise.all(files.map(sizeOf));
            const largestBytes = Math.max(...sizes);
            const sumBytes = sizes.reduce((sum, size) => sum + size);
            const stepMs = readWait(pollMs);
            waitedMs += stepMs;
            quietMs += stepMs;
            // Also where there is less than before: a source that has lost its connection starts again.
            if (sumBytes !== sizeBytes) {
                sizeBytes = sumBytes;
                quietMs = 0;
                onProgress(largestBytes);
            }
            const why = findExcess({ largestBytes, quietMs, waitedMs }, limits);
            if (why !== null)
                throw giveUp(why);
            if (quietMs > limits.stallMs) {
                start(waiting.shift() ?? spare.shift(), silence(limits.stallMs));
            }
        }
    }
    finally {
        over = true;
    }
}
/** Which limit a download has passed, as a reason to give it up; `null`: none. */
function findExcess(found, { maxBytes, silenceMs, deadlineMs }) {
    if (found.largestBytes > maxBytes)
        return `it is larger than ${maxBytes / 1024 ** 2} MiB`;
    if (found.quietMs > silenceMs)
        return silence(silenceMs);
    if (found.waitedMs > deadlineMs)
        return `not complete after ${deadlineMs / 60_000} min`;
    return null;
}
function silence(ms) {
    return `nothing arrived for ${ms / 1000} s`;
}
/** Each source has a file of its own, all with the same ending: Windows unpacks nothing else as a zip. */
function nameFor(file, index) {
    if (index === 0)
        return file;
    return external_node_path_default().join(external_node_path_default().dirname(file), `${index + 1}-${external_node_path_default().basename(file)}`);
}
function askingText({ url, again }, because) {
    return `${because}; trying ${url.host} ${again ? 'again' : 'as well'}`;
}

;// CONCATENATED MODULE: ./src/install/locations.ts

const standaloneReleases = 'https://github.com/astral-sh/python-build-standalone/releases/download/';
const standaloneMirror = astralReleases + archivesPath;
const pypyDownloads = 'https://downloads.python.org/pypy/';
/** The addresses to try for a distribution's archive, the preferred one first; never empty. */
function locationsOf({ url }, places) {
    const standalone = pathBelow(standaloneReleases, url);
    const pypy = pathBelow(pypyDownloads, url);
    if (standalone !== null && places.mirror !== null)
        return [onMirror(places.mirror, standalone)];
    if (pypy !== null && places.pypyMirror !== null)
        return [onMirror(places.pypyMirror, pypy)];
    const listed = { url, authorization: githubAuthorization(url, places.token) };
    if (standalone === null)
        return [listed];
    return [{ url: new URL(standaloneMirror + standalone), authorization: null }, listed];
}
/** What follows the prefix in an address; `null` where the address is elsewhere. */
function pathBelow(prefix, { href }) {
    return href.startsWith(prefix) ? href.slice(prefix.length) : null;
}
function onMirror({ base, authorization }, path) {
    const url = new URL(base.href + path);
    // A list's path cannot lead away from the mirror: URLs are resolved before the origins are compared.
    return { url, authorization: url.origin === base.origin ? authorization : null };
}
function githubAuthorization(url, token) {
    return token !== '' && url.origin === 'https://github.com' ? `token ${token}` : null;
}

;// CONCATENATED MODULE: ./src/install/tree.ts






/** A tree of what a folder turned out to hold; pure. */
function treeOf(distribution, place, scan) {
    const { folder, finalPath } = place;
    const stdlib = stdlibOf(scan);
    return { distribution, folder, finalPath, bytecode: null, stdlib, complete: true, ...scan };
}
/**
 * Checks a tree that came from elsewhere against its own record, without running anything of it: the
 * same archive, made for the same place, and every file as it was saved.
 */
async function checkTree(distribution, place) {
    const record = await (0,install_record/* readRecord */.aE)(place.folder);
    if (record === null)
        return { fault: 'it has no record' };
    if (record.id !== (0,domain_python/* pythonId */.Aw)(distribution))
        return { fault: `it holds ${record.id}` };
    if (record.archiveSha256 !== distribution.sha256)
        return { fault: 'it is of another archive' };
    if (record.path !== place.finalPath)
        return { fault: `it was made for ${record.path}` };
    try {
        const { digest, ...scan } = digestTree(place.folder);
        if (digest !== record.digest)
            return { fault: 'its files are not those that were saved' };
        return { ...treeOf(distribution, place, scan), bytecode: record.bytecode };
    }
    catch (error) {
        return { fault: clauseOf(error) };
    }
}
/** The same tree once its interpreter has run here. Throws only the signal's reason. */
async function startTree(tree, options) {
    try {
        return { ...tree, stdlib: await findStdlib(tree.folder, tree.distribution, options) };
    }
    catch (error) {
        options.signal.throwIfAborted();
        return { fault: clauseOf(error) };
    }
}
function clauseOf(error) {
    return (0,error_message/* messageOf */.b)(error).replace(/\.$/, '');
}
/** The record that a finished tree is published with. */
function recordOf({ distribution, finalPath, files, bytecode }, digest = null) {
    const { implementation, version, variant, build, platform, pip, hashMode, sha256 } = distribution;
    const python = { implementation, version, variant, build, platform, pip, hashMode };
    return {
        layout: layout/* layoutNumber */.Y0,
        id: (0,domain_python/* pythonId */.Aw)(python),
        python,
        path: finalPath,
        archiveSha256: sha256,
        files,
        digest,
        tree: null,
        bytecode,
    };
}

;// CONCATENATED MODULE: ./src/report/progress.ts




/** What is over sooner is not worth a line before its last one. */
const everyMs = 5_000;
/** Reports on a download that lasts: a line every five seconds, with a share where the size is known. */
function createDownloadProgress(name, say, sizeOf, now = () => performance.now()) {
    const startedMs = now();
    let saidMs = startedMs;
    let asked = false;
    let total = null;
    return arrivedBytes => {
        const nowMs = now();
        // Early enough for the answer to be there by the first line.
        if (!asked && nowMs - startedMs >= everyMs / 2) {
            asked = true;
            sizeOf().then(size => {
                // A server may say 0 where it does not know.
                total = size || null;
            }, () => { });
        }
        if (nowMs - saidMs < everyMs)
            return;
        saidMs = nowMs;
        say(progressLine({ name, arrivedBytes, total, elapsedMs: nowMs - startedMs }));
    };
}
/** Reports on compiling that lasts: a line every five seconds. */
function createCompileProgress(name, say, now = () => performance.now()) {
    let saidMs = now();
    return (doneFiles, allFiles) => {
        const nowMs = now();
        if (nowMs - saidMs < everyMs)
            return;
        saidMs = nowMs;
        const done = `${(0,format/* formatNumber */.ZV)(doneFiles)} of ${(0,format/* formatCount */.B4)(allFiles, 'file')}`;
        say(`${name}: compiled ${done}, the largest first`);
    };
}
/** `CPython 3.13.5: 12.1 MB of 32.0 MB (38 %), 2.4 MB/s`; pure. */
function progressLine({ name, arrivedBytes, total, elapsedMs, }) {
    const share = total === null
        ? ''
        : ` of ${(0,format/* formatBytes */.z3)(total)} (${Math.floor((arrivedBytes / total) * 100)} %)`;
    return `${name}: ${(0,format/* formatBytes */.z3)(arrivedBytes)}${share}, ${(0,format/* formatRate */.CE)(arrivedBytes, elapsedMs)}`;
}
/** `CPython 3.13.5: downloaded 11.1 MB from github.com in 0.4 s, 27.7 MB/s`; pure. */
function downloadedLine(name, { url, sizeBytes }, elapsedMs) {
    const size = (0,format/* formatBytes */.z3)(sizeBytes);
    if (url.protocol === 'file:')
        return `${name}: ${size} from ${url.href}`;
    return `${name}: downloaded ${size} from ${url.host} in ${(0,format/* formatDuration */.a3)(elapsedMs)}, ${(0,format/* formatRate */.CE)(sizeBytes, elapsedMs)}`;
}
/** `CPython 3.13.5: unpacked in 0.4 s, compiled 1,037 files in 1.9 s, ready after 2.6 s`; pure. */
function doneLine(installed) {
    const { installation, source, compilation, transferredBytes, spans } = installed;
    const phases = phasesOf(installed);
    const restored = transferredBytes === null
        ? 'restored from the cache'
        : `restored ${(0,format/* formatBytes */.z3)(transferredBytes)} from the cache`;
    const compiled = compilation.kind === 'compiled' ? compilation.outcome.compiled : 0;
    const parts = [
        ...took(restored, lastedMs(phases, 'restore')),
        ...took('unpacked', lastedMs(phases, 'unpack')),
        ...took(`compiled ${(0,format/* formatCount */.B4)(compiled, 'file')}`, lastedMs(phases, 'compile')),
        ...took('stored', lastedMs(phases, 'store')),
    ];
    const name = (0,domain_python/* describePython */.ut)(installation);
    if (parts.length > 0) {
        return `${name}: ${parts.join(', ')}, ready after ${(0,format/* formatDuration */.a3)(elapsedOf(spans))}`;
    }
    return source === 'tool-cache' ? `${name}: found in the tool cache` : `${name}: ready`;
}
function took(what, ms) {
    return ms < 50 ? [] : [`${what} in ${(0,format/* formatDuration */.a3)(ms)}`];
}

;// CONCATENATED MODULE: ./src/job/compile-installation.ts











/** Compiles a tree in staging, where that is wanted and not done yet. */
async function compileTree(context, tree) {
    const { bytecode: mode } = context.inputs;
    const { distribution: python, folder: root, finalPath, sources, stdlib } = tree;
    if (mode === null)
        return { bytecode: tree.bytecode, compilation: { kind: 'unwanted' } };
    if (tree.bytecode?.mode === mode) {
        return { bytecode: tree.bytecode, compilation: { kind: 'there-already' } };
    }
    const job = { python, mode, root, finalPath, published: false, sources, stdlib };
    return await compile(context, job);
}
/**
 * Shows that a tree runs, and tells whether what it was compiled to is what it imports: one may take
 * its standard library from elsewhere, as it says. Throws an `ActionError`.
 */
async function verifyTree(context, { distribution, folder, stdlib }, { compilation }) {
    if (compilation.kind === 'compiled') {
        return { usesBytecode: (await findStdlib(folder, distribution, context)) === stdlib };
    }
    await verifyInterpreter(folder, distribution, context);
    return { usesBytecode: true };
}
/** Removes bytecode that was made for nothing, and says why. */
async function discardBytecode(context, tree) {
    const folders = new Set(tree.sources.map(source => external_node_path_default().dirname(source.path)));
    for (const name of folders)
        await (0,files/* removeTree */.dM)(external_node_path_default().join(tree.folder, name, '__pycache__'));
    warnOfStdlib(context, tree.distribution);
    return incompatible;
}
/**
 * An installation from the tool cache with the bytecode that is wanted. Other jobs may be adding to it
 * as well: what they add is the same, as one of another mode has a place of its own. Where one has
 * put another tree there meanwhile, that is compiled.
 */
async function upgradeInstallation(context, installation) {
    const { bytecode: mode } = context.inputs;
    if (mode === null)
        return { installation, compilation: { kind: 'unwanted' } };
    let compilation = { kind: 'there-already' };
    let { bytecode } = installation;
    for (let attempt = 1; bytecode?.mode !== mode; attempt++) {
        const tree = await treeIn(installation, context.signal);
        try {
            const compiled = await compileInstallation(context, installation, mode);
            compilation = compiled.compilation;
            if (compiled.bytecode === null)
                break;
            await (0,install_record/* noteBytecode */._1)(installation.path, tree, compiled.bytecode);
        }
        catch (error) {
            const isThere = (await treeIn(installation, context.signal)) === tree;
            if (isThere || attempt === upgradeAttempts)
                throw error;
        }
        bytecode = (await (0,install_record/* readRecord */.aE)(installation.path))?.bytecode ?? null;
    }
    return { installation: { ...installation, bytecode }, compilation };
}
/** More than the jobs that replace an installation while one compiles it. */
const upgradeAttempts = 5;
/** The name of the tree that is published now. While a rival is replacing it, there may be none. */
async function treeIn(installation, signal) {
    for (let attempt = 1; attempt <= 50; attempt++) {
        signal.throwIfAborted();
        const tree = (await (0,install_record/* readRecord */.aE)(installation.path))?.tree ?? null;
        if (tree !== null)
            return tree;
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
    throw new errors/* ActionError */.lZ({
        code: 'DISK_FAILED',
        message: `${(0,domain_python/* describePython */.ut)(installation)} was removed from ${installation.path} while it was being compiled.`,
        hint: 'Remove installations from a tool cache only while no job runs.',
    });
}
async function compileInstallation(context, installation, mode) {
    const { path: root } = installation;
    const stdlib = await findStdlib(root, installation, context);
    const sources = stdlib === null ? [] : findSources(root, stdlib);
    const job = { python: installation, mode, root, finalPath: root, published: true };
    return await compile(context, { ...job, sources, stdlib });
}
async function compile(context, tree) {
    const { python, mode, root, finalPath, published, sources, stdlib } = tree;
    const label = (0,domain_python/* describePython */.ut)(python);
    // It runs inside another program, and nothing here could start it.
    if (python.implementation === 'pyodide')
        return incompatible;
    if (stdlib === null) {
        warnOfStdlib(context, python);
        return incompatible;
    }
    const outcome = await context.pool.compile({
        label,
        pythonPath: external_node_path_default().join(root, (0,layout/* layoutOf */.aH)(python).executable),
        root,
        finalPath,
        mode,
        published,
        sources: sources.filter(source => source.path.startsWith(stdlib + (external_node_path_default()).sep)),
        onProgress: createCompileProgress(label, context.log.info),
    });
    const { compiled, unchanged, busy, uncompilable, startedAtMs, finishedAtMs } = outcome;
    const compilation = { kind: 'compiled', outcome };
    if (busy > 0) {
        const files = (0,format/* formatCount */.B4)(busy, 'compiled file');
        context.log.warning(`${label}: ${files} could not be replaced, as another program has them open, and stay as they were. Its Python works all the same; the next job with compile-bytecode tries again.`);
        // Not all of it is of this kind; the next job looks again.
        return { bytecode: null, compilation };
    }
    const seconds = Math.round(finishedAtMs - startedAtMs) / 1000;
    const bytecode = { mode, files: compiled + unchanged, uncompilable, seconds };
    return { bytecode, compilation };
}
function warnOfStdlib({ log }, python) {
    log.warning(`${(0,domain_python/* describePython */.ut)(python)} is not compiled: it says that its standard library is outside of its own folder. Please report that, with its build (${python.build}), at ${domain_python/* projects */.dt[python.implementation]}/issues, or to whoever has repacked it.`);
}
const incompatible = { bytecode: null, compilation: { kind: 'incompatible' } };

;// CONCATENATED MODULE: ./src/domain/mach-o.ts
/** A 64-bit Mach-O file of a processor with the low byte first, as all Macs have been since 2007. */
const mach_o_magic = 0xfeedfacf;
const headerBytes = 32;
/** `LC_ID_DYLIB` */
const idCommand = 0xd;
/**
 * The install name of a macOS library, which programs that are linked with it look for, from the
 * file's first bytes; `null` where it is no such file, has none, or names it further on.
 */
function machInstallName(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headerBytes || view.getUint32(0, true) !== mach_o_magic)
        return null;
    const commands = view.getUint32(16, true);
    let start = headerBytes;
    for (let i = 0; i < commands && start + 12 <= bytes.length; i += 1) {
        const sizeBytes = view.getUint32(start + 4, true);
        const end = start + sizeBytes;
        if (sizeBytes < 12 || end > bytes.length)
            return null;
        if (view.getUint32(start, true) === idCommand) {
            const text = bytes.subarray(start + view.getUint32(start + 8, true), end);
            return new TextDecoder().decode(text).split('\0', 1)[0] || null;
        }
        start = end;
    }
    return null;
}

;// CONCATENATED MODULE: ./src/install/install-name.ts
var install_name_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var install_name_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






const install_name_timeoutMs = 60_000;
/** Its load commands take a few kilobytes. */
const headBytes = 64 * 1024;
/**
 * Gives macOS' libpython the name of the place that it is going to have: builds before 2025-12 name
 * the place where they were built, and programs that embed Python would look for it there. What
 * stood in the way is returned, not thrown: Python itself runs without.
 */
async function nameLibrary(library) {
    const { root, python, finalPath, env, signal } = library;
    if (python.implementation !== 'cpython' || python.platform.os !== 'darwin')
        return null;
    const name = external_node_path_default().posix.join('lib', `libpython${(0,layout/* pythonSuffix */.W5)(python)}.dylib`);
    const file = external_node_path_default().join(root, name);
    const found = machInstallName(await readHead(file));
    if (found === null || !external_node_path_default().posix.isAbsolute(found))
        return null;
    // The name is signed with the rest: changed and not signed again, no program could load it.
    const draft = `${file}.named`;
    const { mode } = await (0,promises_.stat)(file);
    await (0,promises_.copyFile)(file, draft);
    await (0,promises_.chmod)(draft, mode | 0o200);
    try {
        for (const [program, ...args] of [
            ['install_name_tool', '-id', external_node_path_default().posix.join(finalPath, name), draft],
            ['codesign', '--sign', '-', '--force', draft],
        ]) {
            const fault = await install_name_run(program, args, { env, timeoutMs: install_name_timeoutMs, signal });
            if (fault !== null)
                return fault;
        }
        await (0,promises_.chmod)(draft, mode);
        await (0,files/* renamePatiently */.bK)(draft, file);
        return null;
    }
    finally {
        await (0,files/* removeTree */.dM)(draft);
    }
}
async function install_name_run(program, args, options) {
    try {
        await (0,command/* runCommand */.d1)(program, args, options);
        return null;
    }
    catch (error) {
        if (!(error instanceof command/* CommandError */.Qd))
            throw error;
        return `${program} ${(0,command/* explainCommand */.bn)(error)}`;
    }
}
async function readHead(file) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = install_name_addDisposableResource(env_1, await (0,promises_.open)(file), true);
            const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
            return buffer.subarray(0, bytesRead);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = install_name_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        if ((0,files/* errorCode */.CA)(error) === 'ENOENT')
            return new Uint8Array();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/install/programs.ts





/** Makes the programs that people call and an archive lacks: `python`, `python3`, `pip` and so on. */
async function completePrograms(programs) {
    if (programs.python.implementation === 'pyodide')
        return { addedFiles: 0, noPip: null };
    const names = await nameInterpreter(programs);
    try {
        const pips = await completePip(programs);
        const versioned = await nameVersioned(programs);
        return { addedFiles: pips === null ? null : names + pips + versioned, noPip: null };
    }
    catch (error) {
        if (!(error instanceof command/* CommandError */.Qd))
            throw error;
        return { addedFiles: null, noPip: (0,command/* explainCommand */.bn)(error) };
    }
}
async function nameInterpreter({ root, python }) {
    const interpreter = external_node_path_default().join(root, (0,layout/* layoutOf */.aH)(python).executable);
    let added = 0;
    for (const name of (0,layout/* interpreterPaths */.RV)(python)) {
        const alias = external_node_path_default().join(root, name);
        if (await isThere(alias))
            continue;
        await addName(interpreter, alias, python);
        added++;
    }
    return added;
}
/** Puts the names that say a version into a folder of their own. */
async function nameVersioned({ root, python }) {
    const folder = (0,layout/* versionedFolder */.Sb)(python);
    if (folder === null)
        return 0;
    const { major, minor } = python.version;
    const { binFolder } = (0,layout/* layoutOf */.aH)(python);
    await (0,promises_.mkdir)(external_node_path_default().join(root, folder), { recursive: true });
    let added = 0;
    for (const name of [`python${major}.${minor}`, `pip${major}.${minor}`]) {
        const alias = external_node_path_default().join(root, folder, name);
        const program = external_node_path_default().join(root, binFolder, name);
        if (!(await isThere(program)) || (await isThere(alias)))
            continue;
        await addName(program, alias, python);
        added++;
    }
    return added;
}
/** Another name for a program: a link, or on Windows a copy. */
async function addName(program, alias, { platform }) {
    if (platform.os === 'windows')
        await (0,promises_.copyFile)(program, alias);
    else
        await (0,promises_.symlink)(external_node_path_default().relative(external_node_path_default().dirname(alias), program), alias);
}
/** ensurepip unpacks two wheels that lie beside it; it takes seconds even where emulated. */
const programs_pipTimeoutMs = 300_000;
/** On Windows a script is a program file, which only pip's own script maker can make. */
const makeWindowsScripts = `
import sys
from pip._vendor.distlib.scripts import ScriptMaker
maker = ScriptMaker(None, sys.argv[1])
# In quotes, as the launcher would take a space for the end of it.
maker.executable, maker.variants, maker.clobber = '"%s"' % sys.argv[2], {''}, True
for name in sys.argv[3:]:
    maker.make(name + ' = pip._internal.cli.main:main')
`;
/** How many programs it takes; `null` where another program makes them, and who knows what else. */
async function completePip(programs) {
    const { root, python, finalPath, env, signal } = programs;
    const windows = python.platform.os === 'windows';
    const { executable, scriptsFolder } = (0,layout/* layoutOf */.aH)(python);
    const scripts = external_node_path_default().join(root, scriptsFolder);
    const { major, minor } = python.version;
    if (await isThere(external_node_path_default().join(scripts, windows ? 'pip.exe' : 'pip')))
        return 0;
    const versioned = windows && !(0,layout/* isUsualBuild */.n8)(python) ? [] : [`pip${major}.${minor}`];
    const names = ['pip', `pip${major}`, ...versioned];
    const interpreter = external_node_path_default().join(root, executable);
    const run = (args) => {
        return (0,command/* runCommand */.d1)(interpreter, ['-I', '-B', ...args], { env, timeoutMs: programs_pipTimeoutMs, signal });
    };
    await (0,promises_.mkdir)(scripts, { recursive: true });
    if (python.implementation !== 'cpython')
        await run(['-m', 'ensurepip']);
    if (windows) {
        await run(['-c', makeWindowsScripts, scripts, external_node_path_default().win32.join(finalPath, executable), ...names]);
        return null;
    }
    let added = 0;
    for (const name of names) {
        const script = external_node_path_default().join(scripts, name);
        if (!(await isThere(script)))
            added++;
        await (0,promises_.writeFile)(script, pipScript(external_node_path_default().posix.basename(executable)));
        await (0,promises_.chmod)(script, 0o755);
    }
    return python.implementation === 'cpython' ? added : null;
}
/**
 * A pip that works wherever the folder lies, from staging on: a script of the shell, which starts
 * it again as one of Python. As those that pip makes, and unlike `-m pip`, it takes no module
 * from the working directory.
 */
function pipScript(interpreter) {
    return `#!/bin/sh
'''exec' "$(dirname "$(realpath "$0")")/${interpreter}" "$0" "$@"
' '''
import sys
from pip._internal.cli.main import main
sys.exit(main())
`;
}
async function isThere(file) {
    try {
        await (0,promises_.stat)(file);
        return true;
    }
    catch (error) {
        if ((0,files/* errorCode */.CA)(error) === 'ENOENT')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/install/build-configuration.ts

const literal = /(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.source;
const start = /^(?:#[^\n]*\n|\s)*build_time_vars\s*=\s*\{\s*/;
/** A long text is printed as several, one a line, which Python joins. */
const entry = new RegExp(`(${literal})\\s*:\\s*(-?\\d+|${literal}(?:\\s+${literal})*)\\s*(?:,\\s*|(?=\\}))`, 'y');
/** Reads `_sysconfigdata_*.py`; `null` where it is not a mere table of texts and whole numbers. */
function parseBuildVariables(text) {
    const [head] = start.exec(text) ?? [];
    if (head === undefined)
        return null;
    const variables = [];
    let end = head.length;
    entry.lastIndex = end;
    for (let match = entry.exec(text); match !== null; match = entry.exec(text)) {
        const [, name = '', value = ''] = match;
        variables.push([joinLiterals(name), /^['"]/.test(value) ? joinLiterals(value) : Number(value)]);
        end = entry.lastIndex;
    }
    const isExact = variables.every(([, value]) => {
        return typeof value === 'string' || Number.isSafeInteger(value);
    });
    return isExact && text.slice(end).trim() === '}' ? Object.fromEntries(variables) : null;
}
function joinLiterals(text) {
    const literals = text.match(new RegExp(literal, 'g')) ?? [];
    return literals.map(part => undoRepr(part.slice(1, -1))).join('');
}
const escapes = { n: '\n', r: '\r', t: '\t' };
/** Undoes what Python's `repr` does to a text. */
function undoRepr(text) {
    return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/g, (_, x, u, character = '') => {
        const code = x ?? u;
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        return escapes[character] ?? character;
    });
}
/**
 * `_sysconfigdata_*.py` for an installation at `prefix`; the same text where it is not read. What
 * JSON writes, Python reads as it is meant.
 */
function relocateBuildConfiguration(text, prefix) {
    const variables = parseBuildVariables(text);
    if (variables === null)
        return text;
    const table = JSON.stringify(relocateBuildVariables(variables, prefix), null, 4);
    return `# system configuration generated and used by the sysconfig module\nbuild_time_vars = ${table}\n`;
}
/** `_sysconfig_vars_*.json`, which says the same to other programs, in the same way. */
function relocateBuildDetails(text, prefix) {
    let variables;
    try {
        variables = JSON.parse(text);
    }
    catch {
        return text;
    }
    if (!isBuildVariables(variables))
        return text;
    return `${JSON.stringify(relocateBuildVariables(variables, prefix), null, 2)}\n`;
}
function isBuildVariables(value) {
    const isVariable = (each) => typeof each === 'string' || typeof each === 'number';
    return (0,domain_parsed/* isObject */.G)(value) && Object.values(value).every(isVariable);
}
/**
 * The variables of an installation at `prefix`: they name that place, and tools that a machine is
 * likely to have. By `PYTHON_BUILD_STANDALONE`, uv knows such a Python. As in uv's own installs,
 * words have one space between them, and names their order.
 */
function relocateBuildVariables(variables, prefix) {
    const relocated = Object.entries({ ...variables, PYTHON_BUILD_STANDALONE: 1 })
        .map(([name, value]) => {
        return [name, typeof value === 'string' ? relocateText(name, value, prefix) : value];
    })
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(relocated);
}
/**
 * python-build-standalone's prefix, `/install`, where it starts a path: alone, in an option
 * (`-L/install/lib`) or in an assignment; not within another path (`/usr/bin/install`).
 */
const buildPrefix = /(?<=(?:^|[\s'"=:,]|-[IL]))\/install(?=[/\s'":,]|$)/g;
/** The SDK of the Mac that it was built on. Its folder may end in a quote of the shell, which stays. */
const systemRoot = /-isysroot\s+[^\s'"]+\s*/g;
const toolVariables = new Set(['BLDSHARED', 'CC', 'CXX', 'LDCXXSHARED', 'LDSHARED', 'LINKCC']);
/** Compilers of the build machine: clang, and cross-compilers by name or by path. */
const buildTool = /^(?!-)(?:\S*\/)?(?:(?:musl-)?clang|\w+(?:-\w+)+-(?:gcc|g(?=\+)|clang))(\+\+)?$/;
function relocateText(name, value, prefix) {
    if (name === 'AR')
        return 'ar';
    const words = value
        .replace(systemRoot, '')
        .split(/\s+/)
        .filter(word => word !== '');
    const tools = toolVariables.has(name) ? words.map(usualTool) : words;
    return tools.join(' ').replace(buildPrefix, () => prefix);
}
function usualTool(word) {
    return word.replace(buildTool, (_, cxx) => (cxx === undefined ? 'cc' : 'c++'));
}

;// CONCATENATED MODULE: ./src/install/relocate.ts




/**
 * Makes the build configuration name the place that an installation is going to have, and tools
 * that a machine is likely to have: without that no C extension can be built. A change here must
 * raise the number of relocations in the cache's key.
 */
async function relocate(root, python, finalPath) {
    if (python.implementation !== 'cpython' || python.platform.os === 'windows')
        return;
    const stdlib = external_node_path_default().join(root, (0,layout/* stdlibFolder */.xA)(python));
    await rewriteFiles(stdlib, /^_sysconfigdata_.*\.py$/, text => {
        return relocateBuildConfiguration(text, finalPath);
    });
    await rewriteFiles(stdlib, /^_sysconfig_vars_.*\.json$/, text => {
        return relocateBuildDetails(text, finalPath);
    });
    await rewriteFiles(external_node_path_default().join(root, 'lib', 'pkgconfig'), /\.pc$/, relocatePkgConfig);
}
/** A pkg-config file that finds its own place. */
function relocatePkgConfig(text) {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: pkg-config's own variable
    return text.replace(/^prefix=.*$/m, () => 'prefix=${pcfiledir}/../..');
}
/** Rewrites the matching files of a folder, if it is there; a file's time of change stays as it was. */
async function rewriteFiles(folder, name, rewrite) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    for (const file of names.filter(candidate => name.test(candidate))) {
        const target = external_node_path_default().join(folder, file);
        const stats = await (0,promises_.lstat)(target);
        // A link's target lies in the same folder and has its own turn.
        if (stats.isSymbolicLink())
            continue;
        const text = await (0,promises_.readFile)(target, 'utf8');
        const rewritten = rewrite(text);
        if (rewritten === text)
            continue;
        await (0,promises_.writeFile)(target, rewritten);
        await (0,promises_.utimes)(target, stats.atime, stats.mtime);
    }
}

;// CONCATENATED MODULE: ./src/job/relocate-tree.ts







/** Gives what was unpacked the path that it is going to have, and the programs that it lacks. */
async function relocateTree(context, { distribution, scan }) {
    const { env, signal, log } = context;
    const place = treePathsOf(context, distribution);
    const { folder, finalPath } = place;
    await relocate(folder, distribution, finalPath);
    const unnamed = await nameLibrary({ root: folder, python: distribution, finalPath, env, signal });
    if (unnamed !== null) {
        log.info(`${(0,domain_python/* describePython */.ut)(distribution)}: its libpython keeps its original install name, as ${unnamed}; programs that embed Python need an rpath`);
    }
    const programs = { root: folder, python: distribution, finalPath, env, signal };
    const { addedFiles, noPip } = await completePrograms(programs);
    if (noPip !== null) {
        log.warning(`${(0,domain_python/* describePython */.ut)(distribution)} is installed without pip, as its ensurepip ${noPip}. Everything else works; \`python -m pip\` does not.`);
    }
    const now = addedFiles === null ? scanTree(folder) : { ...scan, files: scan.files + addedFiles };
    // What has gone wrong may pass: other jobs try it themselves.
    return { ...treeOf(distribution, place, now), complete: noPip === null };
}

;// CONCATENATED MODULE: ./src/job/require-provenance.ts

/**
 * Makes sure, where the workflow wants it, that the archive with this hash is attested.
 *
 * It is the hash that an attestation is about, so a tree from either cache is checked like a
 * download, by the hash in its record. That is worth as much as the cache: it shows what the tree
 * was once made of, and whoever can write there can change the tree and the record alike.
 */
async function requireProvenance({ inputs, signal, log }, python, sha256) {
    if (!inputs.verifyAttestation)
        return;
    // Loaded only here: the verification is a sixth of our code, and few ask for it.
    const { requireAttestation } = await Promise.all(/* import() */[__nccwpck_require__.e(323), __nccwpck_require__.e(227)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9227));
    const { mirror, token } = inputs;
    await requireAttestation({ python, sha256, mirror, token, signal });
    log.info(`${(0,domain_python/* describePython */.ut)(python)}: the build provenance of its archive is verified.`);
}

;// CONCATENATED MODULE: ./src/cache/key.ts



/**
 * What entries are made of besides the archive and its layout. A number grows when entries of an
 * older make must not be used any more; that of the bytecode leaves the entries without alone.
 */
const make = { relocation: 2, bytecode: 1 };
/** The service refuses 512 characters; only a list of the user's own can bring such a name about. */
const nameLimit = 300;
/** Makes a key: readable first, then a digest of a fixed width, so that no key starts another. */
function cacheKey({ python, archiveSha256, finalPath, bytecode }) {
    const id = (0,domain_python/* pythonId */.Aw)(python);
    const content = bytecode === null ? 'source' : `bytecode-${bytecode}`;
    const parts = {
        ...{ python: id, archiveSha256, finalPath },
        ...{ layout: layout/* layoutNumber */.Y0, relocation: make.relocation },
        ...{ content, bytecode: bytecode === null ? null : make.bytecode },
    };
    const values = JSON.stringify(Object.values(parts));
    // Commas separate keys in the service's requests. The mode is named by the content already.
    const readable = (0,domain_python/* pythonId */.Aw)({ ...python, hashMode: null })
        .replaceAll(/[^\w.+-]/g, '_')
        .slice(0, nameLimit);
    return { name: `managed-python-v1-${readable}-${content}-${(0,digest/* digest */.b)(values)}`, parts };
}

;// CONCATENATED MODULE: ./src/job/restore-and-save.ts









/** Restores a distribution's tree from the Actions cache; `null`, with a line in the log: it cannot. */
async function restoreTree(context, distribution) {
    const { store, log, inputs, signal } = context;
    if (store === null || inputs.reinstall || !hasSum(distribution))
        return null;
    const name = (0,domain_python/* describePython */.ut)(distribution);
    if (!isNamed(distribution, inputs)) {
        log.info(`${name} is not cached: only the package index knows which pip ${inputs.pipVersion} is. An exact pip-version can be cached.`);
        return null;
    }
    const place = treePathsOf(context, distribution);
    // An entry without bytecode saves the download at least; one with bytecode nobody asked for is left.
    const modes = inputs.bytecode === null ? [null] : [inputs.bytecode, null];
    const keys = modes.map(mode => restore_and_save_keyOf(context, distribution, mode));
    const result = await store.restore(keys, external_node_path_default().basename(place.folder));
    signal.throwIfAborted();
    if (result.kind === 'miss')
        log.debug(`${name} is not in the cache: there is no ${keys[0]}`);
    if (result.kind === 'failed' || result.kind === 'skipped') {
        log.info(`${name} cannot be restored from the cache: ${result.reason}.`);
    }
    if (result.kind !== 'hit')
        return null;
    log.debug(`${name} is in the cache: ${result.key}`);
    const found = await checkTree(distribution, place);
    // Before anything of it runs.
    if (!('fault' in found))
        await requireProvenance(context, distribution, distribution.sha256);
    const tree = 'fault' in found ? found : await startTree(found, context);
    if (!('fault' in tree))
        return { tree, sizeBytes: result.sizeBytes };
    log.info(`The cache entry of ${name} is not used: ${tree.fault}.`);
    await (0,files/* removeTree */.dM)(place.folder);
    return null;
}
/** Saves a tree that nobody has used yet to the Actions cache, or says in the log why not. */
async function saveTree(context, tree) {
    const { store, log, inputs, signal } = context;
    const { distribution, folder, bytecode, complete } = tree;
    if (store === null || !hasSum(distribution) || !isNamed(distribution, inputs))
        return;
    const name = (0,domain_python/* describePython */.ut)(distribution);
    if (!complete)
        return log.info(`${name} is not saved to the cache, as it is not complete.`);
    const key = restore_and_save_keyOf(context, distribution, bytecode?.mode ?? null);
    const result = await store.save(key, external_node_path_default().basename(folder));
    signal.throwIfAborted();
    switch (result.kind) {
        case 'saved':
            return log.info(`${name} is saved to the cache${restore_and_save_sizeOf(result)}`);
        case 'exists':
            return log.info(`${name} is already in the cache`);
        case 'needless':
            return;
        case 'skipped':
        case 'failed':
            return log.info(`${name} cannot be saved to the cache: ${result.reason}.`);
    }
}
/** Whether all that makes an installation what it is was known before it was made. */
function isNamed({ implementation }, { pipVersion }) {
    return pipVersion === null || implementation === 'pyodide' || isExactPip(pipVersion);
}
function restore_and_save_sizeOf({ sizeBytes }) {
    return sizeBytes === null ? '' : `, ${(0,format/* formatBytes */.z3)(sizeBytes)}`;
}
/** Without a sum, nothing says that an entry is of the very archive that the list speaks of now. */
function hasSum(distribution) {
    return distribution.sha256 !== null;
}
function restore_and_save_keyOf(context, distribution, bytecode) {
    const { finalPath } = treePathsOf(context, distribution);
    const { sha256: archiveSha256 } = distribution;
    const { name, parts } = cacheKey({ python: distribution, archiveSha256, finalPath, bytecode });
    context.log.debug(`Key ${name}: ${JSON.stringify(parts)}`);
    return name;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __nccwpck_require__(7075);
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
;// CONCATENATED MODULE: ./src/archive/follow.ts


const follow_pollMs = 10;
const follow_chunkBytes = 256 * 1024;
/** Thrown where what was read of a file is of no use, as it was started again. */
class FileRestarted extends Error {
    constructor(file) {
        super(`${file} was started again`);
        this.name = 'FileRestarted';
    }
}
/**
 * Reads a file while another is writing it, from its first byte to the one that is last when `whole`
 * is aborted. Throws `FileRestarted`, or the signal's reason. That it has the very bytes of the file
 * is likely and no more: whoever wants to know compares their hash.
 */
async function* followFile(file, { whole, signal }) {
    const either = AbortSignal.any([whole, signal]);
    const pause = () => (0,external_node_timers_promises_.setTimeout)(follow_pollMs, null, { signal: either }).catch(() => { });
    while (look(file) === null && !either.aborted)
        await pause();
    signal.throwIfAborted();
    const descriptor = (0,external_node_fs_.openSync)(file, 'r');
    try {
        // As long as it is open, no other file gets its number.
        const ino = look(file)?.ino;
        for (let at = 0;;) {
            const isWhole = whole.aborted;
            const found = look(file);
            if (found === null || found.ino !== ino || found.size < at)
                throw new FileRestarted(file);
            while (at < found.size) {
                signal.throwIfAborted();
                const chunk = Buffer.allocUnsafeSlow(Math.min(follow_chunkBytes, Number(found.size) - at));
                // Just written, it is in memory: a trip to the thread pool takes longer, and has to queue there.
                const bytesRead = (0,external_node_fs_.readSync)(descriptor, chunk, 0, chunk.length, at);
                if (bytesRead === 0)
                    throw new FileRestarted(file);
                at += bytesRead;
                yield chunk.subarray(0, bytesRead);
            }
            if (isWhole)
                return;
            await pause();
            signal.throwIfAborted();
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function look(file) {
    return (0,external_node_fs_.statSync)(file, { bigint: true, throwIfNoEntry: false }) ?? null;
}

;// CONCATENATED MODULE: ./src/archive/explain.ts



/** What inflaters answer to bytes that they cannot read has codes like these. */
const dataCodes = /^(Z_|ZSTD_|ERR_)/;
/** What the system answers to a name that it cannot hold. */
const nameCodes = ['ENAMETOOLONG', 'EILSEQ', 'EINVAL', 'EEXIST', 'ENOTDIR', 'ELOOP'];
/**
 * What went wrong while an archive was unpacked: an `ActionError` where it is the archive's fault,
 * else (the disk is full, its file was started again) the error itself.
 */
function explainUnpacking(subject, cause) {
    if (!(cause instanceof Error) || cause instanceof errors/* ActionError */.lZ)
        return cause;
    if (cause instanceof FileRestarted)
        return cause;
    const code = (0,files/* errorCode */.CA)(cause);
    if (code !== null && !dataCodes.test(code) && !nameCodes.includes(code))
        return cause;
    return new errors/* ActionError */.lZ({
        code: 'ARCHIVE_INVALID',
        message: `${subject} could not be unpacked: ${cause.message.replace(/\.$/, '')}.`,
        hint: 'It must be a .tar.gz, .tar.zst, .tar.bz2 or .zip of a Python build. If one of its entries leads out of it, do not use this archive, and report it to whoever made it.',
        cause,
    });
}

// EXTERNAL MODULE: ./src/archive/invalid-archive.ts
var invalid_archive = __nccwpck_require__(7790);
;// CONCATENATED MODULE: ./src/archive/inflate.ts



/**
 * Inflating may be some way ahead of writing. More than this is memory that has to be found first,
 * and that makes every start of a process slower.
 */
const buffers = { chunkSize: 1024 ** 2, highWaterMark: 4 * 1024 ** 2 };
/** A stream from packed bytes to those of a tar. gzip and zstd are inflated in the thread pool. */
async function inflaterFor(format) {
    const zlib = process.getBuiltinModule('node:zlib');
    switch (format) {
        case '.tar.gz':
            return zlib.createGunzip(buffers);
        case '.tar.zst': {
            const params = { [zlib.constants.ZSTD_d_windowLogMax]: 31 };
            return zlib.createZstdDecompress({ ...buffers, params });
        }
        case '.tar.bz2':
            return await bzip2Inflater();
    }
}
/** Works in this thread, block by block, as Node has nothing for it; few archives are packed so. */
async function bzip2Inflater() {
    const { default: unbzip2 } = await __nccwpck_require__.e(/* import() */ 183).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8183, 23));
    const inner = unbzip2();
    let failure = null;
    const transform = new external_node_stream_.Transform({
        ...buffers,
        transform: (chunk, _encoding, done) => {
            inner.write(chunk);
            done(failure);
        },
        flush: done => {
            inner.end();
            done(failure);
        },
    });
    inner.on('data', (chunk) => transform.push(chunk));
    inner.on('error', (error) => {
        failure = new invalid_archive/* InvalidArchive */.s((0,error_message/* messageOf */.b)(error));
    });
    return transform;
}

// EXTERNAL MODULE: ./src/archive/tar-reader.ts + 2 modules
var tar_reader = __nccwpck_require__(2301);
;// CONCATENATED MODULE: ./src/archive/entry-name.ts


/** What Windows takes for a device, whatever follows the first dot. */
const reservedName = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them in names
const forbiddenOnWindows = /[\u0000-\u001f<>:"|?*\\]/;
/**
 * The folders that an entry's name passes through, and its own name; pure. Throws `InvalidArchive`
 * for a name that does not lie below the archive's top, or that the system cannot hold as it is.
 */
function stepsOf(name, platform) {
    if (name.includes('\0'))
        throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} has a NUL in its name`);
    if (isAbsolute(name, platform)) {
        throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} is outside of the archive`);
    }
    const steps = plainSteps(name);
    for (const step of steps) {
        if (step === '..') {
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} is outside of the archive`);
        }
        requireHoldable(step, name, platform);
    }
    return steps;
}
/**
 * Where a link leads, as steps from the root; pure. `folder` is where it lies. A link may go up
 * first and down then: in this order its text is all there is to look at, as the links that it
 * passes on its way down are checked in the same way. Throws `InvalidArchive` where it leads out.
 */
function linkedSteps({ name, target }, folder, platform) {
    const stray = `its entry ${(0,quote/* quote */.h)(name)} links to ${(0,quote/* quote */.h)(target)}, outside of the archive`;
    if (target === '' || target.includes('\0') || isAbsolute(target, platform)) {
        throw new invalid_archive/* InvalidArchive */.s(stray);
    }
    const steps = plainSteps(target);
    const ups = steps.filter(step => step === '..').length;
    if (steps.lastIndexOf('..') + 1 !== ups || ups > folder.length)
        throw new invalid_archive/* InvalidArchive */.s(stray);
    const down = steps.slice(ups);
    for (const step of down)
        requireHoldable(step, name, platform);
    return [...folder.slice(0, folder.length - ups), ...down];
}
/** Under which name the system keeps a path: names that are one file to it have the same; pure. */
function foldName(path, platform) {
    if (platform === 'win32')
        return path.toUpperCase();
    return platform === 'darwin' ? path.normalize('NFD').toUpperCase() : path;
}
function plainSteps(name) {
    return name.split('/').filter(step => step !== '' && step !== '.');
}
function isAbsolute(name, platform) {
    return name.startsWith('/') || (platform === 'win32' && /^(\\|[a-z]:)/i.test(name));
}
function requireHoldable(step, name, platform) {
    if (Buffer.byteLength(step) > 255) {
        throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} has too long a name`);
    }
    if (platform !== 'win32')
        return;
    const [stem = ''] = step.split('.');
    if (forbiddenOnWindows.test(step) || /[. ]$/.test(step) || reservedName.test(stem.trimEnd())) {
        throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} has a name that Windows cannot hold`);
    }
}

;// CONCATENATED MODULE: ./src/archive/tree-index.ts



/** No Python has a tenth of it; an archive that does would use up the disk's inodes. */
const maxEntries = 500_000;
/** An index of nothing yet. */
function createTreeIndex({ root, platform }) {
    /** Everything below the root, by the name that the system keeps it under. */
    const known = new Map();
    let rootSteps = root?.split('/').filter(step => step !== '') ?? null;
    let entries = 0;
    /** The steps from the root to what is below it; `null`: it is outside of the root, or on the way to it. */
    const belowRoot = ({ name, kind }) => {
        const steps = stepsOf(name, platform);
        if (steps[0] === undefined) {
            if (kind === 'folder')
                return null;
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} has no name`);
        }
        rootSteps ??= [steps[0]];
        const isBelow = rootSteps.every((step, index) => index >= steps.length || steps[index] === step);
        if (!isBelow) {
            if (root === null)
                throw new invalid_archive/* InvalidArchive */.s('it should contain one top folder');
            return null;
        }
        if (steps.length > rootSteps.length)
            return steps.slice(rootSteps.length);
        if (kind === 'folder')
            return null;
        throw new invalid_archive/* InvalidArchive */.s(`its ${steps.join('/')} is a file or link, not a folder`);
    };
    const look = (path) => known.get(foldName(path, platform));
    /** Notes down what is new, and refuses what is in its way. */
    const claim = (path, kind, name) => {
        const there = look(path);
        if (there === undefined) {
            if (++entries > maxEntries)
                throw new invalid_archive/* InvalidArchive */.s(`it contains more than ${maxEntries} entries`);
            known.set(foldName(path, platform), { path, kind });
            return true;
        }
        if (there.path !== path) {
            const both = `${(0,quote/* quote */.h)(there.path)} and ${(0,quote/* quote */.h)(path)}`;
            throw new invalid_archive/* InvalidArchive */.s(`it contains ${both}, which are the same file on this system`);
        }
        if (there.kind !== 'folder') {
            const what = kind === 'folder' ? 'passes through a file or link' : 'is there twice';
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} ${what}`);
        }
        if (kind !== 'folder')
            throw new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} is also a folder`);
        return false;
    };
    const targetOf = (entry, folder) => {
        if (entry.kind === 'link') {
            linkedSteps(entry, folder, platform);
            return entry.target;
        }
        if (entry.kind !== 'hard-link')
            return '';
        const path = belowRoot({ name: entry.target, kind: 'folder' })?.join('/');
        const kind = path === undefined ? undefined : look(path)?.kind;
        if (path === undefined || (kind !== 'file' && kind !== 'hard-link')) {
            const link = `its entry ${(0,quote/* quote */.h)(entry.name)} links to ${(0,quote/* quote */.h)(entry.target)}`;
            throw new invalid_archive/* InvalidArchive */.s(`${link}, which is not an earlier file of the archive`);
        }
        return path;
    };
    return {
        place: entry => {
            const steps = belowRoot(entry);
            if (steps === null)
                return null;
            const folder = steps.slice(0, -1);
            const target = targetOf(entry, folder);
            const folders = folder
                .map((_, index) => folder.slice(0, index + 1).join('/'))
                .filter(path => claim(path, 'folder', entry.name));
            const path = steps.join('/');
            const isNew = claim(path, entry.kind, entry.name);
            return isNew || folders.length > 0 ? { path, folders, target } : null;
        },
        finish: () => {
            if (entries > 0)
                return;
            const wanted = root === null ? 'it should contain one top folder' : `it contains no folder ${root}`;
            throw new invalid_archive/* InvalidArchive */.s(root === '' ? 'it is empty' : wanted);
        },
    };
}

;// CONCATENATED MODULE: ./src/archive/tree-writer.ts
var tree_writer_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var tree_writer_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const fileModes = { plain: 0o644, executable: 0o755 };
const folderMode = 0o755;
/** Larger files are written as they come. */
const smallBytes = 1024 ** 2;
/** Makes the folder, and a writer for it. Throws where the folder is there already. */
function createTreeWriter(options) {
    const { folder, writers, platform } = options;
    const index = createTreeIndex(options);
    const written = [];
    /** Made last of all: no file is ever written where there are links. */
    const links = [];
    const limit = pLimit(Math.max(1, writers));
    let pending = [];
    let failure = null;
    /** `null`: none, or one that is passed over. */
    let current = null;
    /** Whether files get the modes that they are made with, or less, as the umask of the job wants it. */
    const exact = new Map();
    const keepMode = (descriptor, mode) => {
        if (platform === 'win32')
            return;
        const isExact = exact.get(mode) ?? (external_node_fs_.fstatSync(descriptor).mode & 0o777) === mode;
        exact.set(mode, isExact);
        if (!isExact)
            external_node_fs_.fchmodSync(descriptor, mode);
    };
    const onDisk = (place) => folder + (external_node_path_default()).sep + place.replaceAll('/', (external_node_path_default()).sep);
    /** Finds an entry's place and makes the folders on the way; `null`: nothing is left to do. */
    const prepare = (entry) => {
        if (failure !== null)
            throw failure.error;
        const placed = index.place(entry);
        if (placed === null)
            return null;
        for (const each of placed.folders)
            makeFolder(onDisk(each));
        return placed;
    };
    const add = (entry) => {
        const placed = prepare(entry);
        if (placed === null)
            return;
        const file = onDisk(placed.path);
        if (entry.kind === 'folder')
            return makeFolder(file);
        const { target } = placed;
        if (entry.kind === 'link')
            links.push({ kind: 'link', file, target });
        else
            links.push({ kind: 'hard-link', file, target: onDisk(target) });
        written.push({ path: file.slice(folder.length + 1), sizeBytes: Buffer.byteLength(target) });
    };
    const open = (entry) => {
        const placed = prepare(entry);
        if (placed === null)
            return;
        const file = onDisk(placed.path);
        const isDeferred = writers > 0 && entry.sizeBytes <= smallBytes;
        const descriptor = isDeferred ? null : openNew(file, modeOf(entry));
        current = { entry, file, descriptor, pieces: [], leftBytes: entry.sizeBytes };
        written.push({ path: file.slice(folder.length + 1), sizeBytes: entry.sizeBytes });
    };
    const write = (bytes) => {
        if (current === null)
            return;
        current.leftBytes -= bytes.length;
        if (current.leftBytes < 0)
            throw wrongSize(current.entry);
        if (current.descriptor === null)
            current.pieces.push(bytes);
        else
            writeAll(current.descriptor, bytes);
    };
    const close = () => {
        if (current === null)
            return;
        const { entry, file, descriptor, pieces, leftBytes } = current;
        if (leftBytes > 0)
            throw wrongSize(entry);
        if (descriptor === null) {
            pending.push(limit(() => writeLater(file, entry, pieces)));
        }
        else {
            keepMode(descriptor, modeOf(entry));
            external_node_fs_.futimesSync(descriptor, entry.mtimeS, entry.mtimeS);
            external_node_fs_.closeSync(descriptor);
        }
        current = null;
    };
    /** Never rejects: the next one who waits is told. */
    const writeLater = async (file, entry, pieces) => {
        try {
            if (failure === null)
                await writeSmall(file, entry, pieces);
        }
        catch (error) {
            failure ??= { error };
        }
    };
    const settle = async () => {
        await Promise.all(pending);
        pending = [];
        if (failure !== null)
            throw failure.error;
    };
    makeFolder(folder);
    return {
        add,
        open,
        write,
        close,
        drain: async () => {
            if (pending.length > 0)
                await settle();
        },
        finish: async () => {
            await settle();
            index.finish();
            for (const { kind, file, target } of links) {
                if (kind === 'link')
                    external_node_fs_.symlinkSync(target, file);
                else
                    external_node_fs_.linkSync(target, file);
            }
            return written;
        },
        abandon: async () => {
            failure ??= { error: new Error('abandoned') };
            if (current !== null && current.descriptor !== null)
                external_node_fs_.closeSync(current.descriptor);
            current = null;
            await Promise.all(pending);
        },
    };
}
function modeOf({ executable }) {
    return executable ? fileModes.executable : fileModes.plain;
}
function makeFolder(folder) {
    external_node_fs_.mkdirSync(folder, { mode: folderMode });
    external_node_fs_.chmodSync(folder, folderMode);
}
/** Nothing that is there is ever written to, whatever name the system finds it under. */
function openNew(file, mode) {
    try {
        return external_node_fs_.openSync(file, 'wx', mode);
    }
    catch (error) {
        throw (0,files/* errorCode */.CA)(error) === 'EEXIST' ? alreadyThere(file) : error;
    }
}
function writeAll(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += external_node_fs_.writeSync(descriptor, bytes, at);
}
async function writeSmall(file, entry, pieces) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const handle = tree_writer_addDisposableResource(env_1, await (0,promises_.open)(file, 'wx', modeOf(entry)), true);
        for (const piece of pieces)
            await handle.writeFile(piece);
        await handle.chmod(modeOf(entry));
        await handle.utimes(entry.mtimeS, entry.mtimeS);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = tree_writer_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function alreadyThere(file) {
    return new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(external_node_path_default().basename(file))} is there twice`);
}
function wrongSize({ name }) {
    return new invalid_archive/* InvalidArchive */.s(`its entry ${(0,quote/* quote */.h)(name)} does not have the size that it should have`);
}

;// CONCATENATED MODULE: ./src/archive/unpack.ts










/** No Python unpacks to half of this; an archive that does is a bomb. */
const maxUnpackedBytes = 4 * 1024 ** 3;
const readBytes = 256 * 1024;
/**
 * Unpacks an archive that lies on this disk, and tells what was in it and the SHA-256 of the very
 * bytes that were read. Throws an `ActionError` where it is not what its name promises, or could lead
 * later steps out of the folder; the system's error where a file cannot be written; or the signal's
 * reason.
 */
async function unpackFile(file, format, unpacking) {
    const bytes = (0,external_node_fs_.createReadStream)(file, { highWaterMark: readBytes });
    if (format !== '.zip')
        return await unpackTar(bytes, format, unpacking);
    const { readZip } = await __nccwpck_require__.e(/* import() */ 901).then(__nccwpck_require__.bind(__nccwpck_require__, 2901));
    return await withTree(unpacking, async (writer, maxBytes) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of bytes)
            hash.update(chunk);
        const pause = async () => {
            unpacking.signal.throwIfAborted();
            await writer.drain();
        };
        await readZip(file, { sink: writer, pause, maxBytes });
        return { entries: await writer.finish(), sha256: hash.digest('hex') };
    });
}
/** More often than the downloader starts again. */
const maxRestarts = 10;
/**
 * Unpacks a tar archive while its file is being written, from the start again where that is begun
 * again; `whole` is aborted when the file has its last byte. Throws as `unpackFile` does, or
 * `FileRestarted` where there is no end to that.
 */
async function unpackWhileWritten(file, format, { whole, ...unpacking }) {
    for (let restarts = 0;; restarts++) {
        try {
            const bytes = followFile(file, { whole, signal: unpacking.signal });
            return await unpackTar(bytes, format, unpacking);
        }
        catch (error) {
            if (!(error instanceof FileRestarted) || restarts === maxRestarts)
                throw error;
        }
    }
}
/** Unpacks a tar archive from its bytes as they come. Throws as `unpackFile` does, and what `bytes` throws. */
async function unpackTar(bytes, format, unpacking) {
    const { signal } = unpacking;
    return await withTree(unpacking, async (writer, maxBytes) => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const hashed = async function* () {
            for await (const chunk of bytes) {
                hash.update(chunk);
                yield chunk;
            }
        };
        const reader = (0,tar_reader/* createTarReader */.N)(writer, maxBytes);
        const write = async (chunks) => {
            let sizeBytes = 0;
            for await (const chunk of chunks) {
                sizeBytes += chunk.length;
                if (sizeBytes > maxBytes)
                    throw (0,tar_reader/* tooLarge */.g)(maxBytes);
                reader.push(chunk);
                await writer.drain();
            }
            reader.end();
        };
        const source = external_node_stream_.Readable.from(hashed(), { highWaterMark: 2 });
        await (0,external_node_stream_promises_namespaceObject.pipeline)(source, await inflaterFor(format), write, { signal });
        return { entries: await writer.finish(), sha256: hash.digest('hex') };
    });
}
/** On Windows a virus scanner looks at each file that is closed: others can be written meanwhile. */
function writersOn(platform) {
    return platform === 'win32' ? 4 : 0;
}
/** A tree that is whole or not there, and why not in one error. */
async function withTree(unpacking, fill) {
    const { subject, signal, folder, maxBytes = maxUnpackedBytes } = unpacking;
    const { platform = process.platform, writers = writersOn(platform) } = unpacking;
    signal.throwIfAborted();
    const writer = createTreeWriter({ ...unpacking, platform, writers });
    try {
        return await fill(writer, maxBytes);
    }
    catch (error) {
        await writer.abandon();
        // Staging goes at the end anyway.
        await (0,files/* removeTree */.dM)(folder).catch(() => { });
        signal.throwIfAborted();
        throw explainUnpacking(subject, error);
    }
}

;// CONCATENATED MODULE: ./src/job/unpack-archive.ts







/**
 * Downloads an archive to a file, and unpacks what has arrived of it beside that. Throws as
 * `download` does, and as soon as the disk is full.
 */
async function downloadAndUnpack(distribution, { file, folder, signal }, download) {
    const format = (0,layout/* archiveEnding */.YG)(distribution);
    if (format === '.zip')
        return { ...(await download(signal)), early: null };
    const whole = new AbortController();
    const useless = new AbortController();
    const failing = new AbortController();
    const unpacking = unpackingOf(distribution, {
        folder,
        signal: AbortSignal.any([signal, useless.signal]),
    });
    const early = unpackWhileWritten(file, format, { ...unpacking, whole: whole.signal }).then((unpacked) => ({ kind: 'unpacked', unpacked }), (error) => {
        // Anything else may be another one when all of the archive is there, and is judged then.
        if (isDiskFull(error))
            failing.abort(error);
        return { kind: 'failed', error };
    });
    try {
        const archive = await download(AbortSignal.any([signal, failing.signal]));
        if (archive.file === file)
            whole.abort();
        else
            useless.abort();
        return { ...archive, early };
    }
    catch (error) {
        useless.abort();
        await early;
        throw explainDiskFull(distribution, error);
    }
}
/**
 * Makes the tree of an archive, of which not a byte is kept that the list does not vouch for. Throws
 * an `ActionError`, or the signal's reason.
 */
async function unpackArchive(distribution, { file, url, early }, place) {
    const attempt = await early;
    place.signal.throwIfAborted();
    if (attempt?.kind === 'failed' && isDiskFull(attempt.error))
        throw explainDiskFull(distribution, attempt.error);
    if (attempt?.kind === 'unpacked' && isVouchedFor(distribution, attempt.unpacked)) {
        return scanOf(attempt.unpacked.entries);
    }
    // Nothing arrived that early, or other bytes than those of the file that is here now.
    await (0,files/* removeTree */.dM)(place.folder);
    try {
        const unpacked = await unpackFile(file, (0,layout/* archiveEnding */.YG)(distribution), unpackingOf(distribution, place));
        checkChecksum(distribution, unpacked.sha256, url);
        return scanOf(unpacked.entries);
    }
    catch (error) {
        await (0,files/* removeTree */.dM)(place.folder);
        place.signal.throwIfAborted();
        // Of an archive that is another one, that is what matters.
        if (error instanceof errors/* ActionError */.lZ) {
            checkChecksum(distribution, await sha256Of(file, place.signal), url);
        }
        throw explainDiskFull(distribution, error);
    }
}
function isVouchedFor({ sha256 }, unpacked) {
    return sha256 === null || sha256 === unpacked.sha256;
}
function unpackingOf(distribution, place) {
    const subject = `The archive of ${distribution.key}`;
    return { subject, root: (0,layout/* archiveRoot */.Fi)(distribution), ...place };
}
/** One sentence, whichever of both has found the disk full first. */
function explainDiskFull({ key }, error) {
    const cause = error instanceof errors/* ActionError */.lZ ? error.cause : error;
    if (!isDiskFull(cause))
        return error;
    return new errors/* ActionError */.lZ({
        code: 'DISK_FAILED',
        message: `The disk was full while the archive of ${key} was downloaded and unpacked.`,
        hint: errors/* diskFullHint */.oH,
        cause,
    });
}

;// CONCATENATED MODULE: ./src/job/steps.ts





















/** The pipeline's steps, made of what the other folders have to offer. */
function createSteps(context) {
    const { inputs, signal, log } = context;
    return {
        restore: distribution => restoreTree(context, distribution),
        download: distribution => download(context, distribution),
        verifyArchive: async (distribution, { file, url }) => {
            if (!inputs.verifyAttestation)
                return;
            const found = await sha256Of(file, signal);
            checkChecksum(distribution, found, url);
            await requireProvenance(context, distribution, found);
        },
        extract: async (distribution, arrival) => {
            const { folder } = treePathsOf(context, distribution);
            // Other bytes than the list's are never made good by asking elsewhere: someone has to look.
            const scan = await unpackArchive(distribution, arrival, { folder, signal });
            if (arrival.url.protocol !== 'file:')
                await (0,files/* removeTree */.dM)(arrival.file);
            return scan;
        },
        relocate: async (distribution, scan) => {
            return await relocateTree(context, await installWantedPip(context, distribution, scan));
        },
        compile: tree => compileTree(context, tree),
        verifyInterpreter: async (tree, compiled) => {
            const { usesBytecode } = await verifyTree(context, tree, compiled);
            return usesBytecode ? compiled : await discardBytecode(context, tree);
        },
        save: async (tree) => {
            // Taken only where others may restore it: it is a walk over all files.
            const digest = context.store === null ? null : digestTree(tree.folder).digest;
            await (0,install_record/* writeRecord */.rh)(tree.folder, recordOf(tree, digest));
            await saveTree(context, tree);
        },
        publish: async (tree) => {
            const options = { replace: inputs.reinstall, signal };
            return await (0,tool_cache/* publish */.mk)(tree.folder, recordOf(tree), options);
        },
        upgrade: async (installation) => {
            await requireProvenance(context, installation, installation.archiveSha256);
            return await upgradeInstallation(context, installation);
        },
        announce: installed => log.info(doneLine(installed)),
    };
}
async function download(context, distribution) {
    const { inputs, staging, signal, log } = context;
    requireChecksum(distribution, inputs);
    const name = (0,domain_python/* describePython */.ut)(distribution);
    if (distribution.sha256 === null) {
        log.info(`${name}: the list has no SHA-256 for it, so its archive is not verified`);
    }
    const locations = locationsOf(distribution, inputs);
    const { folder } = treePathsOf(context, distribution);
    const startedMs = performance.now();
    const file = external_node_path_default().join(staging, `${(0,domain_python/* pythonId */.Aw)(distribution)}${(0,layout/* archiveEnding */.YG)(distribution)}`);
    const start = (signal) => {
        return downloadArchive({
            distribution,
            locations,
            file,
            limits: { ...downloadLimits, ...inputs.patience.download },
            signal,
            onProgress: createDownloadProgress(name, log.info, () => sizeAt(locations)),
            onMessage: ({ isDebug, text }) => log[isDebug ? 'debug' : 'info'](`${name}: ${text}`),
        });
    };
    const isLocal = locations.some(({ url }) => url.protocol === 'file:');
    const arrival = inputs.verifyAttestation || isLocal
        ? { ...(await start(signal)), early: null }
        : await downloadAndUnpack(distribution, { file, folder, signal }, start);
    const elapsedMs = performance.now() - startedMs;
    log.info(downloadedLine(name, arrival, elapsedMs));
    return arrival;
}
/** Asked only for a download that lasts: the tool cache's downloader keeps the size to itself. */
async function sizeAt([location]) {
    if (location === undefined)
        return null;
    return await (0,http/* getSize */.YC)(location.url, { timeoutMs: 10_000, headers: (0,domain_location/* headersOf */.Y)(location) });
}

;// CONCATENATED MODULE: ./src/list/format.ts
/**
 * A list of these distributions as text, in uv's schema and in a fixed order: what `parseList`
 * reads, what uv reads, and what shows few changes in a diff.
 */
function formatList(distributions) {
    const entries = new Map();
    for (const distribution of distributions.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
        const { key, build, url } = distribution;
        const isSame = [...entries.values()].some(entry => 'url' in entry && entry.url === url.href);
        if (!isSame)
            entries.set(entries.has(key) ? `${key}-${build}` : key, entryOf(distribution));
    }
    return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
function entryOf(distribution) {
    const { implementation, platform, version, variant, build, url, sha256 } = distribution;
    const { major, minor, patch, prerelease } = version;
    return {
        // Pyodide is the CPython of emscripten there.
        name: implementation === 'pyodide' ? 'cpython' : implementation,
        arch: { family: platform.architecture.family, variant: platform.architecture.level },
        os: platform.os,
        libc: platform.libc,
        major,
        minor,
        patch,
        prerelease: prerelease === null ? '' : `${prerelease.phase}${prerelease.number}`,
        url: url.href,
        sha256,
        variant: variant === 'default' ? null : variant,
        build,
    };
}

;// CONCATENATED MODULE: ./src/job/update-lock.ts






/**
 * Updates the lock file: what the requests come to on this machine and on each of the lock
 * file's platforms. Returns what is said of platforms that lack a version. Throws an `ActionError`,
 * and leaves the file as it was then.
 */
async function updateLock(lock, host, context) {
    const { inputs, log } = context;
    const { distributions } = await readList(context, [host, ...lock.platforms]);
    const chosen = [];
    for (const platform of [host, ...lock.platforms]) {
        const { found, missing } = choose(inputs, distributions, platform);
        chosen.push(...found);
        if (platform === host && missing[0] !== undefined) {
            throw explainUnmatched(missing[0], distributions, host);
        }
        for (const { text } of missing) {
            log.notice(`${lock.name}: there is no ${text} for ${(0,domain_platform/* describePlatform */.d5)(platform)}.`);
        }
    }
    await (0,files/* writeFileAtomically */.lo)(lock.path, formatList(chosen));
    log.info(`${lock.name} was updated.`);
}
function choose({ requests, strategy }, distributions, platform) {
    const found = [];
    const missing = requests.filter(request => {
        const distribution = selectPython(request, distributions, platform, strategy);
        if (distribution !== null)
            found.push(distribution);
        return distribution === null;
    });
    return { found, missing };
}

;// CONCATENATED MODULE: ./src/report/failure.ts



const bugHint = 'This is unexpected. Please report it, with the log of a run with debug logging enabled.';
/** Puts an error into words; pure. */
function describeFailure(error) {
    const message = (0,error_message/* messageOf */.b)(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const [title, hint] = error instanceof errors/* ActionError */.lZ ? [error.code, error.hint] : ['UNEXPECTED', bugHint];
    const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
    return { title, annotation: `${sentence} ${hint} [${title}]`, causes: causesOf(error), stack };
}
/** An error that leads to itself must come to an end. */
const mostCauses = 10;
const longestCause = 300;
/** What led to an error, as far as it says more than the error and the causes before it do. */
function causesOf(error) {
    const causes = [];
    let said = (0,error_message/* messageOf */.b)(error);
    let cause = error;
    for (let depth = 0; depth < mostCauses; depth++) {
        cause = cause instanceof Error ? cause.cause : undefined;
        if (cause === undefined || cause === null)
            break;
        const message = (0,error_message/* messageOf */.b)(cause);
        if (said.includes(message))
            continue;
        said += `\n${message}`;
        causes.push(message.length > longestCause ? `${message.slice(0, longestCause)}…` : message);
    }
    return causes;
}
/** The message comes first, and may have many lines of its own. */
const mostStackLines = 100;
/** Writes a failure to the log: a failed step prints one error annotation. */
function reportFailure(error, to = log) {
    const { title, annotation, causes, stack } = describeFailure(error);
    to.error(annotation, title);
    for (const cause of causes)
        to.aside(`caused by ${cause}`);
    for (const line of stack.split('\n', mostStackLines))
        to.debug(line);
}

;// CONCATENATED MODULE: ./src/main.ts






























/** More downloads or extractions at a time only get in each other's way. */
const limits = { downloads: 8, youngDownloads: 2, headStartMs: 1_000, extractions: 2 };
/** Runs the action. Returns the step's exit code; the one place where errors end. */
async function main(env) {
    // What others restore has the same modes, whatever the job that made it allows its own files.
    process.umask(0o022);
    const controller = new AbortController();
    onStopSignal(signal => controller.abort(cancelled(signal)));
    process.once('uncaughtException', error => {
        // An unhandled rejection: work may still be running, which a later job cleans up after.
        reportFailure(error);
        process.exitCode = 1;
        void (0,output/* drainOutput */.IT)().then(() => process.exit());
    });
    try {
        await setup(env, controller);
        return 0;
    }
    catch (error) {
        reportFailure(await addDiskSpace(explainDiskError(error), toolCacheFolder(env, external_node_os_.homedir)));
        // It may have come right after a list was read.
        await optimizerToRest();
        return 1;
    }
}
async function setup(env, controller) {
    // First of all: what is wrong with an input will be printed.
    for (const secret of secretsOf(env))
        core/* setSecret */.Pq(secret);
    const { signal } = controller;
    const given = await readInputs(env);
    (0,command_file/* requireCommandFiles */.G)(commandFilesOf(given));
    for (const notice of given.notices)
        log.notice(notice);
    for (const { input, value, from } of given.settings)
        log.debug(`${input}: ${value} (${from})`);
    const { lockFile } = given;
    if (lockFile?.update) {
        await updateLock(lockFile, platformOf(await (0,io_host/* readHostFacts */.a)()), {
            inputs: given,
            log: log,
            signal,
            cacheFolder: null,
        });
    }
    const inputs = withLockedList(given);
    if (inputs.resolveOnly)
        return await resolveOnly(inputs, signal);
    const toolCache = toolCacheFolder(env, external_node_os_.homedir);
    const [facts, installations] = await Promise.all([
        (0,io_host/* readHostFacts */.a)(),
        inputs.reinstall ? [] : (0,tool_cache/* findInstallations */.vE)(toolCache),
    ]);
    const host = platformOf(facts);
    log.debug(`This machine is ${(0,domain_platform/* describePlatform */.d5)(host)}. The tool cache is ${toolCache}.`);
    const { strategy, ownList } = inputs;
    const make = { pip: inputs.pipVersion, hashMode: (0,bytecode/* hashModeOf */.pT)(inputs.bytecode) };
    const resolution = { host, strategy, installations, make, ownList };
    const fromToolCache = planFromToolCache(inputs, resolution);
    const options = { inputs, toolCache, processEnv: env, log: log, signal };
    const mayInstall = fromToolCache.size < inputs.requests.length;
    await withJobContext(options, { mayInstall }, async (context) => {
        const plan = await log.group('Requested versions', async () => {
            const sources = mayInstall ? renderSources(inputs.settings) : [];
            for (const line of sources)
                log.info(line);
            const complete = await completeFromList(fromToolCache, resolution, context);
            for (const line of renderPlan(planRows(inputs, complete)))
                log.info(line);
            return complete;
        });
        for (const notice of noticesOf(inputs, plan, host))
            log.notice(notice);
        stopOptimizing();
        const byId = tasksById(plan);
        const tasks = [...byId.values()];
        if (tasks.some(({ kind }) => kind === 'install'))
            context.requireStaging();
        const installed = await log.group('Installation', async () => {
            return await runPipeline(tasks, createSteps(context), { limits, controller });
        });
        const results = await Promise.all(installed.map(result => withStablePath(toolCache, result)));
        const ids = [...byId.keys()];
        const resultsById = new Map(results.map((result, i) => [ids[i] ?? '', result]));
        await finish(context, resultsByRequest(inputs, plan, resultsById), results);
    });
}
/** From here on an installation goes by the path that is the same for its next build. */
async function withStablePath(toolCache, result) {
    const path = await stablePath(toolCache, result.installation);
    return { ...result, installation: { ...result.installation, path } };
}
/** What the step has to tell the runner by files. */
function commandFilesOf({ updateEnvironment, resolveOnly }) {
    const tells = updateEnvironment && !resolveOnly;
    return tells ? ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'] : ['GITHUB_OUTPUT'];
}
function cancelled(signal) {
    return new errors/* ActionError */.lZ({
        code: 'CANCELLED',
        message: `The job was cancelled (${signal}).`,
        hint: 'Incomplete installations are removed now, or ignored by later jobs.',
    });
}


/***/ }),

/***/ 8178:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ requireCommandFiles),
/* harmony export */   g: () => (/* binding */ writingTo)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(241);
/* harmony import */ var _io_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3839);



/**
 * Makes sure that these files can be written to, before there is anything to write: a step that fails
 * in between would tell later ones half. Outside of a runner there are none. Throws an `ActionError`.
 */
function requireCommandFiles(variables) {
    for (const variable of variables) {
        const file = process.env[variable];
        if (file)
            writingTo(variable, () => requireWritable(file));
    }
}
function requireWritable(file) {
    // On Windows a folder can be opened, but not written to.
    const isFolder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.isDirectory();
    if (isFolder)
        throw Object.assign(new Error(`${file} is a folder`), { code: 'EISDIR' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'a'));
}
/** Does what writes to a file of the runner's. Throws an `ActionError` that names the file and its owner. */
function writingTo(variable, write) {
    try {
        write();
    }
    catch (cause) {
        const file = process.env[variable] ?? '';
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ({
            code: 'RUNNER_FILE_FAILED',
            message: `The runner's file ${variable} (${file}) cannot be written to (${(0,_io_files_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(cause) ?? String(cause)})${describeOwner(file)}.`,
            hint: 'Without it, later steps would not find Python. Run the step as the same user as the runner: in a container, check `options: --user`.',
            cause,
        });
    }
}
/** Whose a file is and who asks, where the system has users. */
function describeOwner(file) {
    const owner = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file, { throwIfNoEntry: false })?.uid;
    const user = process.getuid?.();
    if (owner === undefined || user === undefined)
        return '';
    return `: it belongs to user ${owner}, and this step runs as user ${user}`;
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   RM: () => (/* binding */ alignColumns),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** `11.1 MB`: decimal units, as download pages give them. */
function formatBytes(sizeBytes) {
    const [unit, divisor] = sizeBytes < 1e6 ? ['kB', 1e3] : sizeBytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
    return `${(sizeBytes / Number(divisor)).toFixed(1)} ${unit}`;
}
/** `0.4 s`, `1 min 12 s`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1,037 files`, `1 file`. */
function formatCount(count, noun, nouns = `${noun}s`) {
    return `${formatNumber(count)} ${count === 1 ? noun : nouns}`;
}
/** `1,037`. The system's own formatting takes 15 ms to get going. */
function formatNumber(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `37 MB/s`. */
function formatRate(sizeBytes, ms) {
    return `${formatBytes((sizeBytes / Math.max(ms, 1)) * 1000)}/s`;
}
/** Pads the cells of a table so that its columns stand below each other. */
function alignColumns(rows) {
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
    return rows.map(row => {
        return row
            .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
            .join('  ')
            .trimEnd();
    });
}


/***/ }),

/***/ 2365:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cp: () => (/* binding */ renderEnvironment),
/* harmony export */   mw: () => (/* binding */ pythonPath),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   qw: () => (/* binding */ exportEnvironment),
/* harmony export */   zB: () => (/* binding */ withVirtualEnvironment)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6058);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9128);
/* harmony import */ var _command_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8178);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2011);
/* harmony import */ var _search_path_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6610);







/**
 * The variables and PATH folders for these installations, the most wanted one first: that one
 * answers to `python`. There is no LD_LIBRARY_PATH: it would reach every other program, and the
 * builds find their libraries without it.
 */
function environmentOf(installations, env, isThere = node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync) {
    const [byDefault] = installations;
    if (byDefault === undefined)
        throw new RangeError('no installation to find');
    const root = byDefault.path;
    const { join, delimiter } = (0,_search_path_js__WEBPACK_IMPORTED_MODULE_5__/* .pathsOf */ .wG)(byDefault);
    return {
        variables: {
            pythonLocation: root,
            Python_ROOT_DIR: root,
            Python2_ROOT_DIR: root,
            Python3_ROOT_DIR: root,
            PKG_CONFIG_PATH: [
                ...new Set([join(root, 'lib', 'pkgconfig'), ...(0,_search_path_js__WEBPACK_IMPORTED_MODULE_5__/* .splitPath */ .Uf)(env.PKG_CONFIG_PATH, delimiter)]),
            ].join(delimiter),
        },
        paths: (0,_search_path_js__WEBPACK_IMPORTED_MODULE_5__/* .searchPath */ .oe)(installations, env, isThere),
    };
}
/** The same with a virtual environment activated: its programs come first. */
function withVirtualEnvironment({ variables, paths }, { folder, programs }) {
    return { variables: { ...variables, VIRTUAL_ENV: folder }, paths: [programs, ...paths] };
}
/** The program to call: every installation has a `python`. */
function pythonPath(installation) {
    const { binFolder } = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .layoutOf */ .aH)(installation);
    const { join } = (0,_search_path_js__WEBPACK_IMPORTED_MODULE_5__/* .pathsOf */ .wG)(installation);
    const extension = installation.platform.os === 'windows' ? '.exe' : '';
    return join(installation.path, binFolder, `python${extension}`);
}
/** What later steps find, a variable or a folder of PATH a line; pure. */
function renderEnvironment({ variables, paths }) {
    return (0,_format_js__WEBPACK_IMPORTED_MODULE_6__/* .alignColumns */ .RM)([
        ...paths.map((folder, index) => [index === 0 ? 'PATH' : '', folder]),
        ...Object.entries(variables),
    ]);
}
/** Hands variables and folders to the job's later steps. */
function exportEnvironment({ variables, paths }) {
    (0,_command_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writingTo */ .g)('GITHUB_ENV', () => {
        for (const [name, value] of Object.entries(variables))
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .exportVariable */ .dN(name, value);
    });
    const before = (0,_search_path_js__WEBPACK_IMPORTED_MODULE_5__/* .splitPath */ .Uf)(process.env.PATH, (node_path__WEBPACK_IMPORTED_MODULE_1___default().delimiter));
    if (paths.every((folder, index) => before[index] === folder))
        return;
    (0,_command_file_js__WEBPACK_IMPORTED_MODULE_4__/* .writingTo */ .g)('GITHUB_PATH', () => {
        // The runner puts each one before those that came earlier, and takes it from where it was.
        for (const folder of paths.toReversed())
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .addPath */ .fM(folder);
    });
}


/***/ }),

/***/ 6610:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uf: () => (/* binding */ splitPath),
/* harmony export */   oe: () => (/* binding */ searchPath),
/* harmony export */   wG: () => (/* binding */ pathsOf),
/* harmony export */   z2: () => (/* binding */ windowsSuffix)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9128);
/* harmony import */ var _domain_python_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9172);



const windowsSuffixes = { i686: '-32', aarch64: '-arm64' };
/** What CPython appends to its version on Windows: `-32`, `-arm64` or nothing. */
function windowsSuffix({ architecture }) {
    return windowsSuffixes[architecture.family] ?? '';
}
/** The folders of PATH for these installations, the most wanted one first; `isThere` looks for a file. */
function searchPath(installations, env, isThere) {
    const versioned = versionedFolders(installations, env, isThere);
    const folders = installations.flatMap(installation => pathFolders(installation, env));
    return [...new Set([...versioned, ...folders])];
}
/**
 * What comes before all else, so that `python3.13` is the usual 3.13 where a free-threaded one is
 * preferred to it: of the usual builds that are set up now, or by a step before this one.
 */
function versionedFolders(installations, { PATH }, isThere) {
    const others = installations.filter(installation => !(0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .isUsualBuild */ .n8)(installation));
    return others.flatMap(other => {
        const minor = minorOf(other);
        const usual = installations.filter(each => (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .isUsualBuild */ .n8)(each) && minorOf(each) === minor);
        if (usual.length > 0) {
            return usual.flatMap(each => {
                const folder = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .versionedFolder */ .Sb)(each);
                return folder === null ? [] : [pathsOf(each).join(each.path, folder)];
            });
        }
        return splitPath(PATH, (node_path__WEBPACK_IMPORTED_MODULE_0___default().delimiter))
            .filter(folder => node_path__WEBPACK_IMPORTED_MODULE_0___default().basename(folder) === 'bin')
            .map(folder => node_path__WEBPACK_IMPORTED_MODULE_0___default().resolve(folder, '..', _domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .versionedPath */ .TV))
            .filter(folder => isThere(node_path__WEBPACK_IMPORTED_MODULE_0___default().join(folder, `python${minor}`)));
    });
}
function minorOf({ version: { major, minor } }) {
    return `${major}.${minor}`;
}
function pathFolders(installation, env) {
    const { binFolder, scriptsFolder } = (0,_domain_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .layoutOf */ .aH)(installation);
    const { join } = pathsOf(installation);
    const folders = [binFolder, scriptsFolder, '.'].map(name => join(installation.path, name));
    return [...userScripts(installation, env), ...folders];
}
/** Where `pip install --user` puts programs on Windows: `Python313t-arm64`, after `sys.winver`. */
function userScripts({ platform, version, variant }, env) {
    if (platform.os !== 'windows' || !env.APPDATA)
        return [];
    const { major, minor } = version;
    const threading = (0,_domain_python_js__WEBPACK_IMPORTED_MODULE_2__/* .isFreethreaded */ .w)(variant) ? 't' : '';
    // Until 3.9 all builds of a version shared one folder.
    const suffix = minor < 10 ? '' : windowsSuffix(platform);
    const name = `Python${major}${minor}${threading}${suffix}`;
    return [node_path__WEBPACK_IMPORTED_MODULE_0___default().win32.join(env.APPDATA, 'Python', name, 'Scripts')];
}
/** The paths of the system that it is for, wherever we are: so they can be tested everywhere. */
function pathsOf({ platform }) {
    // Pyodide runs wherever Node does.
    if (platform.os === 'emscripten')
        return (node_path__WEBPACK_IMPORTED_MODULE_0___default());
    return platform.os === 'windows' ? (node_path__WEBPACK_IMPORTED_MODULE_0___default().win32) : (node_path__WEBPACK_IMPORTED_MODULE_0___default().posix);
}
/** The folders of a list such as PATH. */
function splitPath(list, delimiter) {
    return list?.split(delimiter).filter(folder => folder !== '') ?? [];
}


/***/ }),

/***/ 8294:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _domain_node_version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5735);
/* harmony import */ var _io_output_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(771);


const tooOld = (0,_domain_node_version_js__WEBPACK_IMPORTED_MODULE_1__/* .explainOldNode */ .l)(process.versions.node);
if (tooOld !== null) {
    process.stdout.write(`::error title=NODE_TOO_OLD::${tooOld}\n`);
    process.exitCode = 1;
}
else {
    // Eager: in the same file, but not run before the check. An old Node would stumble over it.
    const { main } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 996));
    const exitCode = await main(process.env);
    await (0,_io_output_js__WEBPACK_IMPORTED_MODULE_0__/* .drainOutput */ .IT)();
    // Whatever is still open then, such as a download that lost its race, must not hold up the job.
    process.exit(process.exitCode ?? exitCode);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 6058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ core_debug),
  z3: () => (/* binding */ error),
  dN: () => (/* binding */ exportVariable),
  Os: () => (/* binding */ group),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, endGroup, getBooleanInput, getIDToken, getInput, getMultilineInput, getState, isDebug, markdownSummary, platform, setCommandEcho, setFailed, startGroup, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(1146);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var lib_exec = __nccwpck_require__(5781);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 5781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ getExecOutput)
});

// UNUSED EXPORTS: exec

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 1146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient)
});

// UNUSED EXPORTS: Headers, HttpClientError, HttpClientResponse, HttpCodes, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./.github/stubs/undici/index.js
/**
 * The runner's HTTP client loads all of undici, for a method that nothing here calls: 0.9 MB in each
 * bundle, and 20 ms in each job. Whoever calls it after all is told.
 */
class ProxyAgent {
  constructor() {
    throw new Error('undici is left out of the bundles: see .github/stubs/undici')
  }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 90:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, open, readdir, rename, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF)
/* harmony export */ });
/* unused harmony exports cp, mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(8294);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
