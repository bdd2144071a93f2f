import type { StationBalance, StationFigures } from '../../../domain/index.js';
import type { StepBook } from './step-book.js';

/** What stoppages, changeovers and batches make of a stream, with the steps that it names. */
export function presentStations(book: StepBook, balance: StationBalance) {
  const { stations, busiest, longestEveryPartEvery: longest } = balance;
  const withStep = (station: StationFigures) => ({ ...station, step: book.step(station.step) });
  return {
    ...balance,
    stations: stations.map(withStep),
    busiest: busiest && { ...busiest, step: book.step(busiest.step) },
    longestEveryPartEvery: longest && withStep(longest),
  };
}
