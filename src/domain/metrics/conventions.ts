/** What each measure means, printed beside its number. */
export const CONVENTIONS = {
  leadTime:
    'Expected visits × lead time of every step and buffer, for one entering unit (units that are lost count as far as they get). Where only a process time is known it stands for the lead time; branches that all happen count by the largest, branches of which one happens by their shares, a branch that stops on purpose not at all; steps with a rhythm of their own are not on the path.',
  leadTimePair:
    'As the lead time of the stream, from this entry to this end; each branch of an `either` that the stream begins with is an entry of its own.',
  unlostLeadTime:
    'As the lead time of the stream, for a unit that goes all the way: nothing is lost, and returns are shares of the units that are not lost at their line.',
  workInProgress:
    "Units that enter × lead time (Little's law); a unit in several branches that all happen counts once.",
  fifoLongestWait:
    'Places of the first-in first-out lane / (expected visits × demand): no unit waits longer while the lane keeps its limit.',
  fifoUnitsWaiting:
    'What was counted, or expected visits × demand × the wait that is told; above the places of the lane one of the numbers is wrong, or the limit is not kept.',
  countedWork: 'The stocks that work can come to, added up as they were counted.',
  worstLeadTime:
    'Lead time straight through, without returns (those with a time of their own too) and losses, at each either by the branch that takes longest.',
  likeliestLeadTime:
    'Lead time straight through, without returns (those with a time of their own too) and losses, at each either by the branch that most units take of those that go on (one that stops on purpose does not).',
  processTime:
    "Hands-on time of one person's hands on the path of one entering unit: expected visits × process time; of several entries and ends those with the largest lead time, and where branches run side by side the larger counts (total effort counts all).",
  totalEffort:
    'Expected visits × process time × people, over all branches, for one entering unit; steps done outside and steps with a rhythm of their own left out.',
  valueAddedTime: 'Process time on the path of the steps marked (value).',
  activityRatio:
    'Process time on the path / lead time. Its range: process times at one end beside waits and own waiting at the other.',
  processCycleEfficiency: 'Value-added time / lead time.',
  rolled:
    'Product of the %C&A of the steps that have one; all branches that happen multiply, branches of which one happens count by their shares; not weighted by visits.',
  takt: 'Available working time / demand in the same time; no allowance inside.',
  handOffs:
    'Expected passes of one unit, returns included, between steps whose performers of today share nobody; a step done outside with nobody named counts as another performer; a line with an unknown performer is not counted.',
  visits: 'How often one entering unit passes the step: losses, branches and returns included.',
  load: 'Expected visits × demand × process time × people; for a step with a rhythm of its own process time × people for each run; rework with a time of its own is counted at the step that the work goes back to.',
  utilisation:
    'Work a week of each head, over all steps that the performer does / hours a week of one person (those of the person line, else what the calendar pays one person for). The work of a step is shared equally by the people on it, or by the performers named where they are more. Nothing is taken off for holidays or breaks.',
  sharedPeople:
    'Work a week of each head, over all steps that the performer does in all of these streams / hours a week of one person (those of the first person line, else what a calendar pays one person for at most).',
  processOfStep:
    'Hands-on working time of one person for one unit (for one run where the step has a rhythm of its own).',
  leadOfStep:
    'From available to passed on, own waiting included; where only the process time is known it is the least that it can be.',
  accuracy:
    'Share of the output that the next step can use as it is; it belongs to the step that produced it.',
  cycleTime: 'Process time / people on it: how often one unit leaves the step while it runs.',
  cycleWithChangeovers:
    '(Cycle time + changeover / pieces of a batch) / uptime; what is not told of uptime and changeover is taken not to happen.',
  taktOfStep:
    'Available time / (expected visits × demand): how often one unit comes to the step; no allowance inside.',
  stationAgainstTakt:
    'Cycle time with stoppages and changeovers / takt of the step; above 100 % it cannot keep up with what comes.',
  busiestStation:
    'The step with the largest cycle time with stoppages and changeovers / takt of the step, were each step a station of its own.',
  everyPartEvery:
    'Pieces of a batch / (expected visits × demand), where batch and changeover are told: after that time the same part comes round again; where a step makes n parts alike in turn, n times as long.',
  leastBatch:
    'Expected visits × demand × changeover / (available time × uptime − expected visits × demand × cycle time), rounded up: with smaller batches there are more changeovers than there is time for.',
  longestChangeover:
    'Pieces of a batch × (takt of the step × uptime − cycle time): with longer changeovers it cannot keep up with what comes.',
  leastUptime:
    '(Cycle time + changeover / pieces of a batch) / takt of the step: with more stoppages it cannot keep up with what comes.',
  waitInBatch:
    '(Pieces of a batch − 1) × cycle time: how long one unit waits while the others of its batch are worked on; stoppages and changeovers left out; no part of the lead time of the stream.',
  waitInBatches:
    'Expected visits × (pieces of a batch − 1) × cycle time of the steps on the way whose lead time is the longest; a step with a lead time of its own has that wait in it and is left out. No part of the lead time of the stream.',
  lostPerWeek:
    'Expected visits × demand × (cycle time with stoppages and changeovers − cycle time), over the steps of which an uptime or a changeover is told.',
  rework: 'What this return adds, against the same stream without it.',
} as const;
