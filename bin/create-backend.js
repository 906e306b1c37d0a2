#!/usr/bin/env node
// Plain JavaScript of long ago: a Node that is too old must still read the sentence below.
import module from 'node:module';

var major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  var args = process.argv.slice(2).join(' ');
  process.stderr.write(
    'create-backend needs Node 24 or later, and this is Node ' +
      process.versions.node +
      '. Run it with one of its own: npx -p node@24 -p create-backend-roadmap create-backend ' +
      args +
      '\n',
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache();
  import('../dist/cli.js');
}
