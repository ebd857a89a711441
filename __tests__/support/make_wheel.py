"""Makes a wheel of one module and one program: make_wheel.py FOLDER NAME VERSION"""
import os
import sys
import zipfile

folder, name, version = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
info = "%s-%s.dist-info" % (name, version)
files = {
    "%s/__init__.py" % name: "version = %r\n\n\ndef main():\n    print(%r, version)\n" % (version, name),
    "%s/part.py" % name: "value = 1\n",
    info + "/METADATA": "Metadata-Version: 2.1\nName: %s\nVersion: %s\n" % (name, version),
    info + "/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    info + "/entry_points.txt": "[console_scripts]\n%s = %s:main\n" % (name, name),
}
files[info + "/RECORD"] = "".join("%s,,\n" % path for path in [*files, info + "/RECORD"])
with zipfile.ZipFile(os.path.join(folder, "%s-%s-py3-none-any.whl" % (name, version)), "w") as wheel:
    for path, text in files.items():
        wheel.writestr(path, text)
