import { isLoopback } from './allowed-hosts.js';
import { SettingError } from './setting-error.js';

/** Where traces go, and as what; the address holds no secret. */
export interface TracesTold {
  readonly endpoint: string;
  readonly service: string | null;
}

const USUAL = 'http://localhost:4318';

/** What the environment tells of traces, by the names that OpenTelemetry gave them; null unless they are switched on. */
export function tracesOf(
  environment: Readonly<Record<string, string | undefined>>,
  isOn: boolean,
): TracesTold | null {
  if (!isOn) return null;
  const told = (name: string) => environment[name]?.trim() || null;
  const protocol = told('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? told('OTEL_EXPORTER_OTLP_PROTOCOL');
  if (protocol === 'grpc')
    throw new SettingError(
      'OTEL_EXPORTER_OTLP_PROTOCOL is "grpc"; traces are sent over HTTP as JSON. Take it away, and name the port of the collector that takes HTTP (4318 as a rule).',
    );
  const whole = told('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  const base = told('OTEL_EXPORTER_OTLP_ENDPOINT') ?? USUAL;
  const [name, text] = whole
    ? ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', whole]
    : ['OTEL_EXPORTER_OTLP_ENDPOINT', base];
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new SettingError(`${name} is not an address of a collector, such as ${USUAL}.`);
  if (url.username !== '' || url.password !== '')
    throw new SettingError(
      `${name} holds a user or a password; tell those in OTEL_EXPORTER_OTLP_HEADERS instead.`,
    );
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && told('OTEL_EXPORTER_OTLP_INSECURE') !== 'true')
    throw new SettingError(
      `${name} leads to ${url.host} without TLS. Name an https:// address, or set OTEL_EXPORTER_OTLP_INSECURE to true where nobody else is on the network between.`,
    );
  const endpoint = whole ? url.href : `${text.replace(/\/+$/, '')}/v1/traces`;
  return { endpoint, service: told('OTEL_SERVICE_NAME') };
}
