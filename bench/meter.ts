/** Loaded into a service before it starts: tells its CPU time so far, in microseconds, when asked. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!(user + system);
});
