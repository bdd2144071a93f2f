import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeNapkin } from '../../../bench/make-stream.js';
import { openTraces } from '../../../src/adapters/traces/index.js';
import { readServerSettings } from '../../../src/adapters/web/index.js';
import { Fault } from '../../../src/application/index.js';
import { jsonLog } from '../../../src/log.js';
import { at, DRAW, KEY, NAPKIN } from '../../support/answers.js';
import { startCollector, type Collector, type ToldSpan } from '../../support/collector.js';
import { listenTo, subscriberOf } from '../../support/subscriber.js';
import { stubServer } from '../../support/test-server.js';
import { wholeServer } from '../../support/whole-server.js';

const SECRET = 'a-token-that-nobody-should-see';
const READ = `query ReadIt($key: String!) { valueStream(key: $key) { name steps { name } } }`;
const DESIGN = `mutation { designStructure(input: { stream: "made-of-45-steps", effort: QUICK }) { design { id } } }`;

describe('a server that tells traces', () => {
  let collector: Collector;
  const lines: Record<string, unknown>[] = [];

  beforeAll(async () => {
    collector = await startCollector();
    const log = jsonLog((line) => lines.push(JSON.parse(line) as Record<string, unknown>));
    const environment = {
      HEADWATER_TRACES: 'on',
      OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
      OTEL_SERVICE_NAME: 'planning',
    };
    const server = await wholeServer(undefined, environment, log);
    await server.ask(DRAW, { input: { napkin: NAPKIN } }, { 'x-request-id': 'drawn-1' });
    await server.ask(READ, { key: KEY }, { authorization: `Bearer ${SECRET}`, 'x-request-id': 'read-1' });
    await server.ask('{ nothing }', {}, { 'x-request-id': 'wrong-1' });
    await server.ask('mutation { adoptStructure(input: { stream: "none" }) { __typename } }');
    await server.ask(DRAW, { input: { napkin: makeNapkin(45) } });
    const client = subscriberOf(server.url);
    const told = listenTo(client, `subscription Told { streamRevised(stream: "${KEY}") { revision } }`);
    const design = await server.ask(DESIGN);
    const id = at(design, 'designStructure', 'design', 'id');
    const progress = `subscription ($id: ID!) { designProgress(id: $id) { state } }`;
    await listenTo(client, progress, { id }).ended;
    await server.ask(DRAW, { input: { napkin: NAPKIN.replace('20/week', '25/week') } });
    await told.until(() => true);
    await client.dispose();
    await fetch(`${server.url}/livez`);
    await fetch(`${server.url}/streams/${KEY}/raci.md`);
    await fetch(`${server.url}/somewhere/secret-place?token=${SECRET}`);
    await server.stop();
  }, 120_000);
  afterAll(() => collector.stop());

  const named = (name: string) => collector.spans.filter((span) => span.name === name);
  const requestOf = (id: string): ToldSpan => {
    const found = collector.spans.find(({ told }) => told['headwater.request_id'] === id);
    if (!found) throw new Error(`There is no span of the request ${id}`);
    return found;
  };
  const partsOf = ({ spanId }: ToldSpan) => collector.spans.filter((span) => span.parentSpanId === spanId);

  it('tells of a request what was asked, in which trace, how it ended, and as what the server is known', () => {
    const request = requestOf('read-1');
    expect(request).toMatchObject({ name: 'POST /graphql', service: 'planning' });
    expect(request.parentSpanId ?? '').toBe('');
    expect(request.told).toEqual({
      ...{ 'http.request.method': 'POST', 'http.route': '/graphql', 'headwater.request_id': 'read-1' },
      'http.response.status_code': 200,
    });
  });

  it('nests what belongs together: parse, validate and execute in the request, use cases in execute, units in use cases', () => {
    const request = requestOf('read-1');
    const parts = partsOf(request).map(({ name }) => name);
    expect(parts.filter((name) => name.startsWith('graphql.'))).toEqual([
      ...['graphql.parse', 'graphql.validate', 'graphql.execute'],
    ]);
    const execute = partsOf(request).find(({ name }) => name === 'graphql.execute');
    expect(execute?.told).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'ReadIt',
    });
    const useCases = execute ? partsOf(execute) : [];
    expect(useCases.map(({ name }) => name)).toContain('use case stream');
    const [unit] = useCases.flatMap(partsOf).filter(({ name }) => name === 'database read');
    expect(unit?.told).toMatchObject({ 'db.system.name': 'sqlite', 'headwater.database.tries': 1 });
    expect(Number(unit?.told['headwater.database.statements'])).toBeGreaterThan(0);
    const all = collector.spans.filter(({ traceId }) => traceId === request.traceId);
    expect(all.length).toBe(
      new Set([request, ...partsOf(request), ...useCases, ...useCases.flatMap(partsOf)]).size,
    );
  });

  it('tells what went wrong by its code alone', () => {
    const wrong = partsOf(requestOf('wrong-1')).find(({ name }) => name === 'graphql.validate');
    expect(wrong?.status).toEqual({ code: 2, message: 'VALIDATION_FAILED' });
    const [adopt] = named('use case adoptStructure');
    expect([adopt?.status, adopt?.told]).toEqual([
      { code: 2, message: 'NOT_FOUND' },
      { 'error.type': 'NOT_FOUND' },
    ]);
  });

  it('tells of designs in threads, and of what subscribers are told', () => {
    const design = named('design in a thread').find(
      ({ told }) => told['headwater.design.ended_early'] === false,
    );
    expect(design?.told).toMatchObject({
      ...{ 'headwater.design.kind': 'STRUCTURE', 'headwater.design.effort': 'QUICK' },
    });
    const events = named('subscription event').map(({ told }) => told['graphql.operation.name']);
    expect(events).toContain('Told');
  });

  it('tells addresses by their shape, and nothing of what only looks whether it lives', () => {
    const routes = new Set(collector.spans.flatMap(({ told }) => told['http.route'] ?? []));
    expect(routes).toEqual(new Set(['/graphql', '/streams/{key}/{file}', 'other']));
    expect(collector.asked.every((url) => url === '/v1/traces')).toBe(true);
  });

  it('tells no secret, and nothing that anybody typed', () => {
    for (const typed of [SECRET, KEY, 'Amal', 'windows', 'napkin', 'secret-place', 'made-of'])
      expect(collector.raw()).not.toContain(typed);
  });

  it('names the trace in the lines of the log', () => {
    const { traceId } = requestOf('read-1');
    expect(lines.find(({ requestId }) => requestId === 'read-1')).toMatchObject({ traceId });
    expect(lines.filter(({ path }) => path === '/livez').every((line) => !('traceId' in line))).toBe(true);
  });
});

describe('the trace of a caller', () => {
  const PARENT = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
  const HONEST = `00-${PARENT.traceId}-${PARENT.spanId}-01`;
  const said: Readonly<Record<string, string>> = {
    honest: HONEST,
    empty: `00-${'0'.repeat(32)}-${PARENT.spanId}-01`,
    forbidden: HONEST.replace('00-', 'ff-'),
    nonsense: 'nonsense',
  };

  it.each([
    [true, ['honest']],
    [false, []],
  ])('is taken over where a proxy stands in front, and can be one: %j', async (behindProxy, taken) => {
    const collector = await startCollector();
    const { tracing, stop } = openTraces({ endpoint: `${collector.url}/v1/traces`, service: null }, fail);
    const server = await stubServer({}, { behindProxy }, { tracing });
    for (const [id, traceparent] of Object.entries(said))
      await fetch(`${server.url}/graphql`, { headers: { traceparent, 'x-request-id': id } });
    await server.stop();
    await stop();
    expect(collector.spans.length).toBe(Object.keys(said).length);
    const theirs = collector.spans.filter(
      ({ traceId, parentSpanId }) => traceId === PARENT.traceId || parentSpanId === PARENT.spanId,
    );
    expect(theirs.map(({ told }) => told['headwater.request_id'])).toEqual(taken);
    expect(new Set(collector.spans.map(({ service }) => service))).toEqual(new Set(['headwater']));
    await collector.stop();
  });
});

describe('what goes on after that which began it has ended', () => {
  it('is no part of it: what is of its own is linked to it, and the rest is not told', async () => {
    const collector = await startCollector();
    const { tracing, stop } = openTraces({ endpoint: `${collector.url}/v1/traces`, service: null }, fail);
    const request = tracing.begin('request', { kind: 'OWN' });
    let goOn = (): void => undefined;
    const later = request.within(() =>
      new Promise<void>((resolve) => (goOn = resolve)).then(() => {
        tracing.begin('poll', { kind: 'PART' }).end(null);
        const design = tracing.begin('design', { kind: 'OWN' });
        design.within(() => tracing.begin('unit', { kind: 'PART' }).end('CONFLICT'));
        design.end(null);
        design.end('TWICE');
      }),
    );
    request.end(null);
    goOn();
    await later;
    await stop();
    const [unit, design, first] = ['unit', 'design', 'request'].map((name) =>
      collector.spans.find((span) => span.name === name),
    );
    expect(collector.spans.length).toBe(3);
    expect(design?.traceId).not.toBe(first?.traceId);
    expect(design?.links).toEqual([
      expect.objectContaining({ traceId: first?.traceId, spanId: first?.spanId }),
    ]);
    expect([unit?.traceId, unit?.parentSpanId]).toEqual([design?.traceId, design?.spanId]);
    expect(design?.status.code).toBe(0);
    await collector.stop();
  });
});

describe('a collector', () => {
  it('that is not there hurts nothing: work goes on, the log says so once, and the server stops in time', async () => {
    const gone = await startCollector();
    await gone.stop();
    const kept: unknown[] = [];
    const traces = openTraces({ endpoint: `${gone.url}/v1/traces`, service: null }, (error) =>
      kept.push(error),
    );
    const server = await stubServer({}, {}, { tracing: traces.tracing });
    expect((await fetch(`${server.url}/graphql?query={__typename}`)).status).toBeLessThan(500);
    await server.stop();
    const begun = Date.now();
    await traces.stop();
    expect(Date.now() - begun).toBeLessThan(4_500);
    expect(kept.map(String)).toEqual([expect.stringContaining('Traces do not reach')]);
  });

  it('that never answers is not waited for without end', async () => {
    const silent = await startCollector(() => undefined);
    const traces = openTraces({ endpoint: `${silent.url}/v1/traces`, service: null }, () => '');
    traces.tracing.begin('work', { kind: 'OWN' }).end(null);
    const begun = Date.now();
    await traces.stop();
    expect(Date.now() - begun).toBeLessThan(4_500);
    await silent.stop();
  });

  it('that refuses is told of once, and nobody is asked to whom it points', async () => {
    const other = await startCollector();
    const pointing = await startCollector((response) =>
      response.writeHead(307, { location: `${other.url}/v1/traces` }).end(),
    );
    const kept: Error[] = [];
    const endpoint = `${pointing.url}/v1/traces`;
    const traces = openTraces({ endpoint, service: null }, (error) => kept.push(error as Error));
    traces.tracing.begin('work', { kind: 'OWN' }).end(null);
    await traces.stop();
    expect([pointing.asked, other.asked]).toEqual([['/v1/traces'], []]);
    expect(kept.map(({ message }) => message)).toEqual([expect.stringContaining('Traces do not reach')]);
    await pointing.stop();
    await other.stop();
  });
});

describe('the settings of traces', () => {
  const read = (environment: Record<string, string>) =>
    readServerSettings({ HEADWATER_TRACES: 'on', ...environment }).traces;

  it('are off unless they are switched on, whatever else is set', () => {
    expect(readServerSettings({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a' }).traces).toBeNull();
  });

  it('are those of OpenTelemetry', () => {
    expect(read({})).toEqual({ endpoint: 'http://localhost:4318/v1/traces', service: null });
    const told = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.example/otlp/', OTEL_SERVICE_NAME: 'plan' };
    expect(read(told)).toEqual({ endpoint: 'https://a.example/otlp/v1/traces', service: 'plan' });
    expect(read({ ...told, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://b.example/t' })).toMatchObject({
      endpoint: 'https://b.example/t',
    });
    const plain = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a:4318', OTEL_EXPORTER_OTLP_INSECURE: 'true' };
    expect(read(plain)).toMatchObject({ endpoint: 'http://a:4318/v1/traces' });
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'is not an address'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://me:pass@a.example' }, 'OTEL_EXPORTER_OTLP_HEADERS'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, '4318'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318' }, 'without TLS'],
    [{ HEADWATER_TRACES: 'yes' }, 'must be off or on'],
  ])('that cannot be used are refused: %j', (environment, why) => {
    const failing = () => read(environment);
    expect(failing).toThrow(why);
    expect(failing).not.toThrow(/me:pass/);
  });
});

function fail(error: unknown): never {
  throw error instanceof Fault ? error : new Error(String(error));
}
