#!/bin/sh
# Runs inside fresh namespaces: makes the engine's folder the root, starts the engine, imports
# the base images and runs the suite. The namespaces end with this script, and with them every
# process, mount and network device that it brought about.
#
# usage: enter.sh ENGINE RUN NODE SUITE
set -eu
engine=$1 run=$2 node=$3 suite=$4

root=$run/root
mount --bind "$engine" "$root"
mount --bind "$run" "$root/srv/run"
mount --bind "$run/data" "$root/var/lib/docker"
mount --bind "$suite" "$root/srv/suite"
mount --bind "$node" "$root/usr/local/bin/node"
mount --rbind /sys "$root/sys"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"

mkdir "$root/run/outside"
cd "$root"
pivot_root . run/outside
umount -l /run/outside

export HOME=/tmp PATH=/usr/local/bin:/usr/sbin:/usr/bin
ip link set lo up
dockerd --storage-driver overlay2 --cgroup-parent "${run##*/}" >/srv/run/engine.log 2>&1 &
engine_pid=$!

tries=0
until docker info >/dev/null 2>&1; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 $engine_pid; then
    echo 'the engine does not start:' >&2
    tail -20 /srv/run/engine.log >&2
    exit 1
  fi
  sleep 0.2
done

for args in /srv/run/images/*.args; do
  xargs -d '\n' docker import <"$args" >/dev/null
done
docker build --quiet --file /srv/run/seed.Dockerfile /srv/run/npm-cache >/dev/null

cd /srv/suite
status=0
node --test --test-timeout=120000 --test-concurrency=1 --test-reporter=./reporter.ts ./*.test.ts || status=$?

kill "$engine_pid"
wait "$engine_pid" || true
exit $status
