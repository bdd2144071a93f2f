import { moveMeasures } from '../../../src/domain/change/index.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { draw } from '../../support/draw.js';

/** A workshop of our own with everything that a change can name. Lines count from 2. */
export const WORKSHOP = `demand: 20/week
sales:
Take it in @Ann 15m 85%
wait 2d "nobody has time"
Write the estimate @Bob 40m 80%
back to "Take it in" 15%
wait 1d
Agree the price @Ann 10m
lost 25%
fulfilment:
meanwhile
  Order the parts @Ann 20m
  then wait 3d
  Clear the stand @Bob 30m
end
sometimes 30%: Ask the maker @Bob 25m
stock 4
Repair it @Bob 2h lead 1d 90%
back to "Repair it" 10%
Ride a test @Cleo 15m
either
  50%: Hand it over @Ann 10m
  30%: Send it back @Bob 20m
  20%: Store it @Ann 5m
end
Count the till @Ann 30m every 1w`;

/** A bicycle workshop with what only some streams have: stock in order, uptime, a pull, an untold branch. */
export const BICYCLES = `demand: 20/week
sales:
Take it in @Ann 15m 85%
wait 2d "nobody has time"
Write the estimate @Bob 40m 80%
back to "Take it in" 15%
fulfilment:
meanwhile
  Order the parts @Ann 20m
  then wait 3d
  Clear the stand @Bob 30m
end
stock 4 fifo 6
Repair it @Bob 2h lead 1d 90% (value) {repair}
lost 10%
wait 1d pull
Ride a test @Cleo 15m uptime 80%
either
  50%: Hand it over @Ann 10m
  30%: Send it back (outside) lead 2d
  Store it @Ann 5m
end
Count the till @Ann 30m every 1w changeover 10m`;

export function workshop(text = WORKSHOP): ValueStream {
  return draw(text).stream;
}

/** The workshop with one line written otherwise, or left out. */
export function workshopWith(line: string, instead: string): ValueStream {
  if (!WORKSHOP.split('\n').includes(line)) throw new Error(`the case has no line "${line}"`);
  const lines = WORKSHOP.split('\n').flatMap((one) =>
    one !== line ? [one] : instead === '' ? [] : [instead],
  );
  return workshop(lines.join('\n'));
}

/** The names of the measures that differ between two streams. */
export function differing(a: ValueStream, b: ValueStream): readonly string[] {
  return moveMeasures(a, b)
    .filter(({ verdict }) => verdict !== 'SAME' && verdict !== 'UNKNOWN')
    .map(({ name }) => name);
}
