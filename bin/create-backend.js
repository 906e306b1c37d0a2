#!/usr/bin/env node
// Plain JavaScript of long ago: a Node that is too old must still read the sentence below.
var major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  var args = process.argv.slice(2).map(function (arg) {
    return /^[\w@%+=:,./-]+$/.test(arg) ? arg : "'" + arg.replace(/'/g, "'\\''") + "'";
  });
  process.stderr.write(
    'create-backend needs Node 24 or later, and this is Node ' +
      process.versions.node +
      '. Run it with one of its own: npx -p node@24 -p create-backend-roadmap create-backend ' +
      args.join(' ') +
      '\n',
  );
  process.exitCode = 2;
} else {
  // Not by import: that would run the lazy getters of Node's own modules and slow the start.
  var module = process.getBuiltinModule('node:module');
  module.enableCompileCache();
  module.createRequire(import.meta.url)('../dist/cli.cjs');
}
