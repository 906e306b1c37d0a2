/** What somebody changes in a project by hand. */
export interface Change {
  /** In each file, what is replaced by what, wherever it stands. */
  readonly edits: Readonly<Record<string, readonly (readonly [text: string, by: string])[]>>;
  readonly files?: Readonly<Record<string, string>>;
}

/** How a letter is answered by hand. */
export interface Answer extends Change {
  /** That draws the letter. */
  readonly seed: number;
  /** What the letter calls its field. */
  readonly field: string;
}

/** The number on the label tells one from another from now on. */
const labelCode: Answer = {
  seed: 5,
  field: 'label_code',
  edits: {
    'src/tasks/schema.ts': [
      [
        '  completed: z.boolean(),\n',
        '  completed: z.boolean(),\n  label_code: field.text(4, 12),\n',
      ],
      ["'title', 'priority'),", "'priority', 'label_code'),"],
      ['  title: field.text().exactOptional(),\n', ''],
      [
        '  completed: parameter.flag.exactOptional(),\n',
        '  completed: parameter.flag.exactOptional(),\n  label_code: field.text().exactOptional(),\n',
      ],
    ],
    'src/tasks/memory-store.ts': [
      ['input.title', 'input.label_code'],
      ['item.title', 'item.label_code'],
    ],
    'src/tasks/service.ts': [['has this title already', 'has this label code already']],
    'test/support/samples.ts': [
      ["key = 'title'", "key = 'label_code'"],
      [
        '  completed: false,\n};\n\n/** Valid',
        "  completed: false,\n  label_code: 'a first exam',\n};\n\n/** Valid",
      ],
      ["title: n.toString(36).padStart(1, '0')", "label_code: n.toString(36).padStart(4, '0')"],
      ["required = ['title']", "required = ['title', 'label_code']"],
      ["sorts = ['title', 'priority']", "sorts = ['priority', 'label_code']"],
    ],
  },
};

const suspended: Answer = {
  seed: 7,
  field: 'suspended',
  edits: {
    'src/tasks/schema.ts': [
      [
        '  label_code: field.text(4, 12),\n',
        '  label_code: field.text(4, 12),\n  suspended: z.boolean(),\n',
      ],
      [
        '    completed: fields.completed.default(false),\n',
        '    completed: fields.completed.default(false),\n    suspended: fields.suspended.default(false),\n',
      ],
      [
        '  label_code: field.text().exactOptional(),\n',
        '  label_code: field.text().exactOptional(),\n  suspended: parameter.flag.exactOptional(),\n',
      ],
    ],
    'src/tasks/sqlite-store.ts': [
      ['    label_code,\n', '    label_code,\n    suspended,\n'],
      ['    :label_code,\n', '    :label_code,\n    :suspended,\n'],
      [
        '    label_code = :label_code,\n',
        '    label_code = :label_code,\n    suspended = :suspended,\n',
      ],
      [
        '    label_code: input.label_code,\n',
        '    label_code: input.label_code,\n    suspended: input.suspended,\n',
      ],
      [
        "    completed: row['completed'] === 1,\n",
        "    completed: row['completed'] === 1,\n    suspended: row['suspended'] === 1,\n",
      ],
    ],
  },
  files: {
    'migrations/0004-add-suspended.sql': `ALTER TABLE tasks ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1));
CREATE INDEX tasks_suspended ON tasks (suspended);
`,
  },
};

const expectedAt: Answer = {
  seed: 6,
  field: 'expected_at',
  edits: {
    'src/tasks/schema.ts': [
      [
        '  suspended: z.boolean(),\n',
        '  suspended: z.boolean(),\n  expected_at: field.dateTime().nullable(),\n',
      ],
      [
        '    suspended: fields.suspended.default(false),\n',
        '    suspended: fields.suspended.default(false),\n    expected_at: fields.expected_at.default(null),\n',
      ],
    ],
    'src/tasks/postgres-store.ts': [
      ['    suspended\n', '    suspended,\n    expected_at\n'],
      ['    :suspended\n', '    :suspended,\n    :expected_at\n'],
      [
        '    suspended = :suspended,\n',
        '    suspended = :suspended,\n    expected_at = :expected_at,\n',
      ],
    ],
  },
  files: {
    'migrations/0003-add-expected-at.sql':
      'ALTER TABLE tasks ADD COLUMN expected_at timestamptz(3);\n',
  },
};

const ownWords: Answer = {
  seed: 5,
  field: 'own_words',
  edits: {
    'src/tasks/schema.ts': [
      [
        '  expected_at: field.dateTime().nullable(),\n',
        '  expected_at: field.dateTime().nullable(),\n  own_words: field.text(0, 1000),\n',
      ],
      [
        '    expected_at: fields.expected_at.default(null),\n',
        "    expected_at: fields.expected_at.default(null),\n    own_words: fields.own_words.default(''),\n",
      ],
    ],
    'src/tasks/postgres-store.ts': [
      ['    expected_at\n', '    expected_at,\n    own_words\n'],
      ['    :expected_at\n', '    :expected_at,\n    :own_words\n'],
      [
        '    expected_at = :expected_at,\n',
        '    expected_at = :expected_at,\n    own_words = :own_words,\n',
      ],
    ],
  },
  files: {
    'migrations/0007-add-own-words.sql': `ALTER TABLE tasks
  ADD COLUMN own_words text COLLATE "C" NOT NULL DEFAULT '' CHECK (char_length(own_words) <= 1000);
`,
  },
};

const region: Answer = {
  seed: 4,
  field: 'region',
  edits: {
    'src/tasks/schema.ts': [
      [
        '  own_words: field.text(0, 1000),\n',
        "  own_words: field.text(0, 1000),\n  region: z.enum(['coast', 'hills', 'city']),\n",
      ],
      [
        "    own_words: fields.own_words.default(''),\n",
        "    own_words: fields.own_words.default(''),\n    region: fields.region.default('city'),\n",
      ],
      [
        '  suspended: parameter.flag.exactOptional(),\n',
        '  suspended: parameter.flag.exactOptional(),\n  region: fields.region.exactOptional(),\n',
      ],
    ],
    'src/tasks/postgres-store.ts': [
      ['    own_words\n', '    own_words,\n    region\n'],
      ['    :own_words\n', '    :own_words,\n    :region\n'],
      ['    own_words = :own_words,\n', '    own_words = :own_words,\n    region = :region,\n'],
    ],
  },
  files: {
    'migrations/0008-add-region.sql': `ALTER TABLE tasks
  ADD COLUMN region text COLLATE "C" NOT NULL DEFAULT 'city' CHECK (region IN ('coast', 'hills', 'city'));
CREATE INDEX tasks_region ON tasks (region);
`,
  },
};

/** One for each stage. */
export const answers: readonly Answer[] = [labelCode, suspended, expectedAt, ownWords, region];
