import {
  createContextKey,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { NO_TRACING, type OpenPart, type PartBeginning, type Tracing } from '../../application/index.js';

/** What is told as one whole: its outermost part, and the part beside which others begin as part of it. */
interface Whole {
  readonly outermost: Span;
  leader: Span | null;
}

const WHOLE = createContextKey('what is told as one whole');

/** Tracing that knows what is under way by where it is asked, without anything global. */
export function nestedTracing(tracer: Tracer): {
  readonly tracing: Tracing;
  readonly traceId: () => string | null;
} {
  const contexts = new AsyncLocalStorageContextManager().enable();
  // Work goes on where it was begun from, long after that has ended: it is linked to it then, and is no part of it.
  const over = new WeakSet<Span>();
  const begin = (name: string, beginning: PartBeginning): OpenPart => {
    const here = contexts.active();
    const nearest = nearestIn(here);
    const isOver = nearest !== undefined && over.has(nearest);
    const parent = isOver ? undefined : nearest;
    if (!parent && beginning.kind !== 'OWN') return NO_TRACING.begin(name, beginning);
    const { told = {}, caller } = beginning;
    const from = parent ? trace.setSpan(ROOT_CONTEXT, parent) : callerContext(caller ?? null);
    const kind = caller === undefined ? SpanKind.INTERNAL : SpanKind.SERVER;
    const links = isOver ? [{ context: nearest.spanContext() }] : [];
    const span = tracer.startSpan(name, { kind, attributes: told, links }, from);
    const whole = (parent && wholeIn(here)) ?? { outermost: span, leader: null };
    if (beginning.kind === 'LEADS' && parent === whole.outermost) whole.leader = span;
    const within = trace.setSpan(here.setValue(WHOLE, whole), span);
    return {
      traceId: span.spanContext().traceId,
      tell: (more) => void span.setAttributes(more),
      within: (work) => contexts.with(within, work),
      end(failure) {
        if (whole.leader === span) whole.leader = null;
        if (over.has(span)) return;
        over.add(span);
        if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
        if (failure !== null) span.setAttribute('error.type', failure);
        span.end();
      },
    };
  };
  return {
    tracing: { begin },
    traceId: () => trace.getSpan(contexts.active())?.spanContext().traceId ?? null,
  };
}

function wholeIn(here: Context): Whole | undefined {
  return here.getValue(WHOLE) as Whole | undefined;
}

/** What is under way here, or was when what goes on here was begun. */
function nearestIn(here: Context): Span | undefined {
  const span = trace.getSpan(here);
  const whole = wholeIn(here);
  return whole && span === whole.outermost ? (whole.leader ?? span) : span;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:$|-)/;
const NOTHING = /^0+$/;

/** The trace that a caller says it is in; a new one where it says none that could be. */
function callerContext(caller: string | null): Context {
  const [, traceId = '0', spanId = '0', flags = '00'] = TRACEPARENT.exec(caller ?? '') ?? [];
  if (NOTHING.test(traceId) || NOTHING.test(spanId)) return ROOT_CONTEXT;
  const traceFlags = parseInt(flags, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
