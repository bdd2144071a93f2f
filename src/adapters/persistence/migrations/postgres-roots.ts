const ADD = `ADD COLUMN workspace_id text NOT NULL DEFAULT 'default' REFERENCES workspace (id)`;

/** The tables that lie in a workspace; what was there before lies in the default one. */
export function postgresRoots(): readonly string[] {
  return [
    `ALTER TABLE value_stream ${ADD}`,
    'ALTER TABLE value_stream ALTER COLUMN workspace_id DROP DEFAULT',
    'ALTER TABLE value_stream DROP CONSTRAINT value_stream_key_key',
    'ALTER TABLE value_stream ADD CONSTRAINT value_stream_key_key UNIQUE (workspace_id, key)',
    `ALTER TABLE learned_alias ${ADD}`,
    'ALTER TABLE learned_alias ALTER COLUMN workspace_id DROP DEFAULT',
    'ALTER TABLE learned_alias DROP CONSTRAINT learned_alias_pkey',
    'ALTER TABLE learned_alias ADD PRIMARY KEY (workspace_id, alias)',
    `ALTER TABLE learned_version ${ADD}`,
    'ALTER TABLE learned_version ALTER COLUMN workspace_id DROP DEFAULT',
    'ALTER TABLE learned_version DROP COLUMN id',
    'ALTER TABLE learned_version ADD PRIMARY KEY (workspace_id)',
  ];
}

/** The same tables as they were before there were workspaces. */
export function postgresRootsBefore(): readonly string[] {
  return [
    'ALTER TABLE value_stream DROP CONSTRAINT value_stream_key_key',
    'ALTER TABLE value_stream DROP COLUMN workspace_id',
    'ALTER TABLE value_stream ADD CONSTRAINT value_stream_key_key UNIQUE (key)',
    'ALTER TABLE learned_alias DROP CONSTRAINT learned_alias_pkey',
    'ALTER TABLE learned_alias DROP COLUMN workspace_id',
    'ALTER TABLE learned_alias ADD CONSTRAINT learned_alias_pkey PRIMARY KEY (alias)',
    `DELETE FROM learned_version WHERE workspace_id <> 'default'`,
    'ALTER TABLE learned_version DROP COLUMN workspace_id',
    'ALTER TABLE learned_version ADD COLUMN id integer NOT NULL DEFAULT 1 CHECK (id = 1)',
    'ALTER TABLE learned_version ALTER COLUMN id DROP DEFAULT',
    'ALTER TABLE learned_version ADD PRIMARY KEY (id)',
  ];
}
