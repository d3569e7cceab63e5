import type { JobHandlers } from '../platform/jobs/jobs.ts'
import type { Platform } from '../platform/work.ts'
import { runSimulation } from './actions/simulations.ts'

/** What is computed in the background. */
export function assignmentJobs(platform: Platform): JobHandlers {
  return {
    simulate_assignment: ({ simulationId }: { simulationId: number }) =>
      runSimulation(platform, simulationId),
  }
}
