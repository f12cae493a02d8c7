# cmake -DCOMPONENTS=<json> -DVERSION=<version> -DPACKAGE=<name> -DTIME=<UTC> -DFOLDER=<tree> -DOUTPUT=<file>
#   -P RotascopeSbom.cmake
# Writes the bill of materials of a package as SPDX 2.3 JSON: Rotascope, what is inside it, and every file of FOLDER with
# its sums. The same tree and time give the same bytes.
cmake_minimum_required(VERSION 3.25)

function(quoted out text)
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  set(${out} "\"${text}\"" PARENT_SCOPE)
endfunction()

# package(OUT ID NAME VERSION LICENCE HOLDER URL)
function(package out id name version licence holder url)
  foreach(part id name version licence holder url)
    quoted(${part} "${${part}}")
  endforeach()
  if(version STREQUAL "\"\"")
    set(version "\"NOASSERTION\"")
  endif()
  if(holder STREQUAL "\"\"")
    set(holder "\"NONE\"")
  endif()
  set(${out} "    { \"SPDXID\": ${id}, \"name\": ${name}, \"versionInfo\": ${version},\n      \"downloadLocation\": ${url}, \"filesAnalyzed\": false,\n      \"licenseConcluded\": ${licence}, \"licenseDeclared\": ${licence}, \"copyrightText\": ${holder} }" PARENT_SCOPE)
endfunction()

package(packages SPDXRef-Rotascope Rotascope "${VERSION}" GPL-3.0-or-later "the Rotascope authors" NOASSERTION)
set(relations "    { \"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\", \"relatedSpdxElement\": \"SPDXRef-Rotascope\" }")
file(READ "${COMPONENTS}" components)
string(JSON last LENGTH "${components}")
math(EXPR last "${last} - 1")
foreach(i RANGE ${last})
  foreach(key name version licence holder url)
    string(JSON ${key} GET "${components}" ${i} ${key})
  endforeach()
  string(REGEX REPLACE "[^A-Za-z0-9.-]+" "-" id "SPDXRef-${name}")
  package(row "${id}" "${name}" "${version}" "${licence}" "${holder}" "${url}")
  string(APPEND packages ",\n${row}")
  string(APPEND relations ",\n    { \"spdxElementId\": \"SPDXRef-Rotascope\", \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"${id}\" }")
endforeach()

file(GLOB_RECURSE files RELATIVE "${FOLDER}" LIST_DIRECTORIES false "${FOLDER}/*")
list(SORT files)
set(entries "")
set(number 0)
foreach(file ${files})
  math(EXPR number "${number} + 1")
  file(SHA1 "${FOLDER}/${file}" sha1)
  file(SHA256 "${FOLDER}/${file}" sha256)
  quoted(name "./${file}")
  list(APPEND entries "    { \"SPDXID\": \"SPDXRef-File-${number}\", \"fileName\": ${name},\n      \"checksums\": [ { \"algorithm\": \"SHA1\", \"checksumValue\": \"${sha1}\" }, { \"algorithm\": \"SHA256\", \"checksumValue\": \"${sha256}\" } ],\n      \"licenseConcluded\": \"NOASSERTION\", \"copyrightText\": \"NOASSERTION\" }")
  string(APPEND relations ",\n    { \"spdxElementId\": \"SPDXRef-Rotascope\", \"relationshipType\": \"CONTAINS\", \"relatedSpdxElement\": \"SPDXRef-File-${number}\" }")
endforeach()
list(JOIN entries ",\n" entries)

# A document's name space has to be its own: that of its contents.
string(SHA256 digest "${packages}${entries}")
string(SUBSTRING "${digest}" 0 32 digest)
file(WRITE "${OUTPUT}" "{
  \"spdxVersion\": \"SPDX-2.3\",
  \"dataLicense\": \"CC0-1.0\",
  \"SPDXID\": \"SPDXRef-DOCUMENT\",
  \"name\": \"${PACKAGE}\",
  \"documentNamespace\": \"urn:rotascope:spdx:${PACKAGE}:${digest}\",
  \"creationInfo\": { \"created\": \"${TIME}\", \"creators\": [ \"Tool: rotascope-package-${VERSION}\" ] },
  \"packages\": [
${packages}
  ],
  \"files\": [
${entries}
  ],
  \"relationships\": [
${relations}
  ]
}
")
