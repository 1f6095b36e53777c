#!/bin/sh
# /usr/local/bin/gongkai：以服务的用户和环境变量执行命令，例如 sudo gongkai backup /mnt/backup/手工.tar.gz
exec sudo -u gongkai sh -c 'set -a; . /etc/gongkai/gongkai.env; exec node /srv/gongkai/bin/gongkai.mjs "$@"' gongkai "$@"
