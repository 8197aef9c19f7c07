"""Programs that measure clausekit beside its peers on this machine; no test, and never timed in one."""
