// Counting statements, timing starts and one browser on two cores: one test after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
