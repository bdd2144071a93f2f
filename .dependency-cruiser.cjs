/**
 * Who may know whom: composition files → adapters → application → domain, never back; inside the domain only leftwards,
 * and through the door of a room. Every rule has a probe of its name in tests/architecture/probes that proves it bites.
 */
const ROOMS = [
  'shared',
  'stream',
  'napkin',
  'metrics',
  'change',
  'capability',
  'structure',
  'walk',
  'responsibility',
  'people',
  'chart',
  'finding',
  'report',
];

const COMPOSITION = '^src/[^/]+\\.ts$';

function packages(...names) {
  return `node_modules/(${names.join('|')})(/|$)`;
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

/** One rule for all rooms: from each room to every room at its right. */
const leftwards = ROOMS.slice(0, -1).map((room, nth) =>
  forbid(
    'rooms-look-left',
    `domain/${room} may know only the rooms before it: ${ROOMS.slice(0, nth).join(', ') || 'none'}.`,
    { path: `^src/domain/${room}/` },
    { path: `^src/domain/(${ROOMS.slice(nth + 1).join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Two files that know each other are one thing in two places.',
      {},
      { circular: true },
    ),
    forbid(
      'domain-knows-only-itself',
      'The domain is plain TypeScript: no framework, no library, no Node, nothing from the rooms around it.',
      { path: '^src/domain/' },
      { pathNot: '^src/domain/' },
    ),
    ...leftwards,
    forbid(
      'rooms-through-the-door',
      'A room of the domain is entered through its index.ts.',
      { path: '^src/domain/([^/]+)/' },
      { path: '^src/domain/[^/]+/', pathNot: ['^src/domain/$1/', '^src/domain/[^/]+/index\\.ts$'] },
    ),
    forbid(
      'rooms-not-above',
      'A room does not know what calls the rooms in order.',
      { path: '^src/domain/[^/]+/' },
      { path: '^src/domain/[^/]+\\.ts$' },
    ),
    forbid(
      'outside-through-the-door',
      'Who is not in the domain enters it, or one of its rooms, through an index.ts.',
      { path: '^src/', pathNot: '^src/domain/[^/]+/' },
      { path: '^src/domain/[^/]+/', pathNot: '^src/domain/[^/]+/index\\.ts$' },
    ),
    forbid(
      'application-knows-only-domain',
      'A use case takes ports and knows the domain; frameworks, adapters and Node stay outside.',
      { path: '^src/application/' },
      { pathNot: '^src/(application|domain)/' },
    ),
    forbid(
      'adapters-apart',
      'Adapters never know each other; the composition files introduce them.',
      { path: '^src/adapters/([^/]+)/' },
      { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    ),
    forbid(
      'adapters-not-composition',
      'Composition files know the adapters, never the other way round.',
      { path: '^src/adapters/' },
      { path: COMPOSITION },
    ),
    forbid(
      'database-in-persistence',
      'TypeORM and the database drivers stay in adapters/persistence.',
      { path: '^src/', pathNot: '^src/adapters/persistence/' },
      { path: packages('typeorm', '@nestjs/typeorm', 'libsql', 'pg') },
    ),
    forbid(
      'server-in-graphql',
      'GraphQL and NestJS stay in adapters/graphql and the composition files.',
      { path: '^src/', pathNot: ['^src/adapters/(graphql|web)/', COMPOSITION] },
      {
        path: packages(
          'graphql',
          'graphql-ws',
          'ws',
          '@apollo',
          '@nestjs',
          '@as-integrations',
          'express',
          'rxjs',
        ),
      },
    ),
    forbid(
      'commander-in-cli',
      'The command line library stays in adapters/cli.',
      { path: '^src/', pathNot: '^src/adapters/cli/' },
      { path: packages('commander') },
    ),
    forbid(
      'openid-in-accounts',
      'The OpenID Connect client stays in adapters/accounts: nobody else asks a provider.',
      { path: '^src/', pathNot: '^src/adapters/accounts/' },
      { path: packages('openid-client') },
    ),
    forbid(
      'opentelemetry-in-traces',
      'OpenTelemetry stays in adapters/traces; everybody else tells of their work by a port.',
      { path: '^src/', pathNot: '^src/adapters/traces/' },
      { path: packages('@opentelemetry') },
    ),
    forbid(
      'traces-when-asked',
      'What sends traces is loaded where they are switched on, and by nobody at the start.',
      { path: '^src/', pathNot: '^src/adapters/traces/' },
      { path: '^src/adapters/traces/', dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'pg-boss-in-queue',
      'The job queue stays in adapters/queue; everybody else knows designs and their turns.',
      { path: '^src/', pathNot: '^src/adapters/queue/' },
      { path: packages('pg-boss') },
    ),
    forbid(
      'highs-in-solver',
      'The integer program solver stays in adapters/solver; the domain is given it as a function.',
      { path: '^src/', pathNot: '^src/adapters/solver/' },
      { path: packages('highs') },
    ),
    forbid(
      'source-knows-no-tests',
      'What is shipped knows no test, no bench and no script.',
      { path: '^src/' },
      { path: '^(tests|bench|scripts)/' },
    ),
    forbid(
      'shipped-packages-only',
      'What is shipped uses only packages that are installed with it.',
      { path: '^src/', pathNot: '\\.d\\.ts$' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'nothing-unresolvable',
      'An import leads to something that is there.',
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
