import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Every bundle that people get, by its path in dist. */
const bundles = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.c?js$/.test(path) && !path.startsWith('test/'));

/** Ways of making code of text, or of handing text to a shell, as they stand in a bundle. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'calls eval': /(?<![\w$.'"`-])eval\s*\(/,
  'hands eval around': /[=(,:]\s*eval\s*[;,)}]/,
  // Also by another name: `const F = Function; new F(text)`. Not the name that functions have as objects.
  'has the Function constructor': /(?<![\w$.'"`-])(?<!instanceof\s)(?<!class\s)(?<!\[object\s)Function(?=\s*[(;,)}\]])/,
  'has the constructors of other functions': /\bgetPrototypeOf\(\s*(?:async|function)\b[^;]{0,40}\.constructor\b/,
  'runs text with a delay': /\bset(?:Timeout|Interval)\(\s*["'`]/,
  'uses node:vm': /require\(["'](?:node:)?vm["']\)/,
  'runs a shell': /\bshell\s*:\s*(?:true|!0|["'`])/,
  'calls exec of child_process': /(?<![\w$.])exec(?:Sync)?\s*\(\s*[`"'\w]|child_process["']\)\.exec(?:Sync)?\b/,
  'requires what is computed': /(?<![\w$.])require\(\s*[^"'`)\s]/,
};

/** Ways of reaching somebody else's machine. */
const REACHES: Readonly<Record<string, RegExp>> = {
  'requires what opens connections':
    /require\(["'](?:node:)?(?:dgram|dns|http|http2|https|inspector|net|quic|tls|undici)(?:\/\w+)?["']\)/,
  // Called, or handed around; not the word in a message.
  'uses fetch': /(?<![\w$-])fetch\(|(?<![\w$"'`-]|[\w,;] )fetch\s*[,;)}]/,
  'makes what fetches': /\bnew\s+(?:[\w$]+\.)?(?:XMLHttpRequest|WebSocket|WebTransport|EventSource)\b/,
  'sends with a beacon': /\bsendBeacon\b/,
};

describe('row 9: the bundles', () => {
  it('are there', () => {
    assert.ok(bundles.includes('cli.cjs'), `dist holds only ${bundles.join(', ') || 'nothing'}: build first`);
  });

  for (const bundle of bundles) {
    const code = readFileSync(`${DIST}${bundle}`, 'utf8');
    for (const [what, pattern] of Object.entries(FORBIDDEN)) {
      it(`${bundle}: nothing ${what}`, () => {
        const found = pattern.exec(code);
        assert.equal(found && code.slice(Math.max(0, found.index - 60), found.index + 80), null);
      });
    }
  }

  for (const bundle of bundles.filter((path) => path.startsWith('web/'))) {
    it(`${bundle}: requires nothing but vscode`, () => {
      const code = readFileSync(`${DIST}${bundle}`, 'utf8');
      const modules = [...code.matchAll(/(?<![\w$.])require\(["']([^"']+)["']\)/g)].map((match) => match[1]);
      assert.deepEqual([...new Set(modules)], ['vscode']);
    });
  }

  for (const bundle of bundles.filter((path) => /^(?:cli|extension)\b/.test(path))) {
    it(`${bundle}: requires nothing by another name, which none of these would see`, () => {
      assert.doesNotMatch(readFileSync(`${DIST}${bundle}`, 'utf8'), /Dynamic require of/);
    });
  }

  it('would be found out', () => {
    const bad: readonly string[] = [
      'x=eval("1")',
      ';eval (t)',
      'var e=eval;',
      'new Function("return 1")',
      'let t=Function;return new t("")',
      'const F=Function,n=1',
      'Object.getPrototypeOf(async function(){}).constructor("x")',
      'setTimeout("alert(1)",5)',
      'require("node:vm")',
      'spawn(a,b,{shell:!0})',
      'require("child_process").exec(t)',
      'exec("git " + t)',
      'require(t)',
    ];
    for (const code of bad)
      assert.ok(
        Object.values(FORBIDDEN).some((pattern) => pattern.test(code)),
        code,
      );
    const good: readonly string[] = [
      'x instanceof Function',
      'r.exec(t)',
      'medieval(x)',
      'a.eval(x)',
      '"Function"',
      'isFunction(x)',
      'Function.prototype.call',
      'require("vscode")',
      'setTimeout(()=>x,5)',
      'spawn(a,b,{shell:!1})',
    ];
    for (const code of good) assert.ok(!Object.values(FORBIDDEN).some((pattern) => pattern.test(code)), code);
  });
});

describe('what SECURITY.md promises of the network', () => {
  const reaching = (code: string): readonly string[] =>
    Object.keys(REACHES).filter((what) => REACHES[what]?.test(code));

  // The action writes its comment, to the service that runs it.
  for (const bundle of bundles) {
    it(`${bundle} ${bundle === 'action.cjs' ? 'fetches and does nothing else' : 'reaches nothing'}`, () => {
      assert.deepEqual(
        reaching(readFileSync(`${DIST}${bundle}`, 'utf8')),
        bundle === 'action.cjs' ? ['uses fetch'] : [],
      );
    });
  }

  it('would be found out', () => {
    const bad: readonly string[] = [
      'require("https")',
      'require("node:net")',
      'require("dns/promises")',
      'await fetch(u)',
      'let f=fetch;f(u)',
      'globalThis.fetch(u)',
      'g({a:1,fetch})',
      'new WebSocket(u)',
      'new self.XMLHttpRequest',
      'navigator.sendBeacon(u,t)',
    ];
    for (const code of bad) assert.notDeepEqual(reaching(code), [], code);
    const good: readonly string[] = [
      '"fetch more of it"',
      '"so fetch, and look"',
      'a.prefetch(u)',
      'require("node:fs")',
    ];
    for (const code of good) assert.deepEqual(reaching(code), [], code);
  });
});
