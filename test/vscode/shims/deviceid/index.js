// Stands for a native module that names the machine for telemetry, which is off: always the same name.
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';
