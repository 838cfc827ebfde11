// Fails unless the usings at the head of every C# file stand as `dotnet format` would put them (IMPORTS): namespaces, then static ones, then aliases; System first, the rest by the
// parts of their names. Asking `dotnet format` itself means loading all projects, which takes fifty seconds of processor.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const usings = /^(global )?using (static )?(?:([A-Za-z_]\w*) = )?([^;(]+);/u;

function rank({ isGlobal, isStatic, alias, name }) {
  const kind = alias ? 2 : isStatic ? 1 : 0;
  return { isGlobal, kind, isSystem: !alias && (name === 'System' || name.startsWith('System.')), parts: (alias ?? name).split('.') };
}

function compareParts(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i].toLowerCase(), b[i].toLowerCase()];
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return a.length - b.length;
}

function compare(a, b) {
  const [x, y] = [rank(a), rank(b)];
  return (y.isGlobal - x.isGlobal) || (x.kind - y.kind) || (y.isSystem - x.isSystem) || compareParts(x.parts, y.parts);
}

let faults = 0;
for (const file of execFileSync('git', ['ls-files', '-z', '*.cs'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0').filter(name => name && !/\/(Migrations|CompiledModels)\//u.test(name))) {
  const found = [];
  for (const [index, line] of readFileSync(file, 'utf8').replace(/^\uFEFF/u, '').split('\n').entries()) {
    const match = usings.exec(line);
    if (match) {
      found.push({ line: index + 1, text: line.trim(), isGlobal: match[1] !== undefined, isStatic: match[2] !== undefined, alias: match[3], name: match[4] });
    } else if (line.trim() !== '' && !/^\s*(?:\/\/|#|\[assembly)/u.test(line)) {
      break;
    }
  }
  for (let i = 1; i < found.length; i++) {
    if (compare(found[i - 1], found[i]) > 0) {
      console.error(`${file}:${found[i].line}: "${found[i].text}" belongs before "${found[i - 1].text}"`);
      faults++;
    }
  }
}
process.exitCode = faults > 0 ? 1 : 0;
