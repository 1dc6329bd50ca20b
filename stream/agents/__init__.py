"""The worker: a faust app whose agent decodes, has the models read, sends on and commits."""
