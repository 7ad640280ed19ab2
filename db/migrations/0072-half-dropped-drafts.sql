-- A draft whose deletion was broken off counted no tasks any more and still had some. They go.
delete from task using batch
  where batch.home = task.home and batch.id = task.batch_id
    and batch.state = 'draft' and batch.tasks = 0 and batch.gold_tasks = 0;
