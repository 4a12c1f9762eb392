import { serveTasks } from './serveTasks.ts';
import { tasks } from './tasks/registry.ts';

// A thread that runs tasks for the lead of a job.

serveTasks(tasks);
