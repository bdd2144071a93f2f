import { timingSafeEqual } from 'node:crypto';
import { pathOf, sendText, type HttpHandler } from './http-handler.js';
import type { AnsweredRequest } from './watch-requests.js';

/** Counts what was answered and tells it to Prometheus. */
export interface MetricsPage {
  readonly count: (answered: AnsweredRequest) => void;
  /** Answers GET /metrics in the text format of Prometheus. */
  readonly handler: HttpHandler;
}

/** Upper bounds of the histogram, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const PLACES = ['graphql', 'graphiql', 'streams', 'napkins'];

/** The metrics of one server. Whoever asks needs the token where there is one. */
export async function metricsPage(token: string | null): Promise<MetricsPage> {
  // Loaded where it is switched on: a start without it is quicker.
  const { collectDefaultMetrics, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'headwater_http_request_seconds',
    help: 'Seconds from a request to the end of its answer.',
    labelNames: ['method', 'place', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    count({ method, path, status, milliseconds }) {
      const labels = { method: METHODS.has(method) ? method : 'other', place: placeOf(path) };
      seconds.observe({ ...labels, status: status === null ? 'gone' : String(status) }, milliseconds / 1000);
    },
    handler: (request, response, next) => {
      if (pathOf(request) !== '/metrics') return next();
      if (!isAllowed(request.headers.authorization, token)) {
        return sendText(response, 401, 'The metrics are for those who hold their token.\n', {
          'WWW-Authenticate': 'Bearer',
        });
      }
      registry
        .metrics()
        .then((text) => sendText(response, 200, text, { 'Content-Type': registry.contentType }), next);
    },
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** The first part of the path where it is one of ours: a label takes few values whatever strangers ask for. */
function placeOf(path: string): string {
  const first = path.split('/', 2)[1] ?? '';
  return PLACES.includes(first) ? first : 'other';
}

function isAllowed(header: string | undefined, token: string | null): boolean {
  if (token === null) return true;
  const [told, wanted] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return told.length === wanted.length && timingSafeEqual(told, wanted);
}
